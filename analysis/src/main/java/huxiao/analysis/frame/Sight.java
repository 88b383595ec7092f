package huxiao.analysis.frame;

import java.util.List;

/**
 * An act with the stretch of its clause that is looked at.
 *
 * @param chunks of the whole text
 * @param clause the act's
 * @param clauseIndex its number
 * @param act the act's chunk
 * @param from first chunk looked at
 * @param to one past the last
 * @param behind the chunk behind the act and what belongs to it: 打|死|了
 * @param before noun phrases before the act, in order
 * @param after noun phrases behind it, in order
 */
record Sight(
        List<Chunk> chunks,
        Clause clause,
        int clauseIndex,
        int act,
        int from,
        int to,
        int behind,
        List<Phrase> before,
        List<Phrase> after) {
    /** So many chunks are looked at on each side of an act, so that long texts without marks stay linear. */
    static final int REACH = 40;

    static Sight of(List<Chunk> chunks, List<Clause> clauses, int clauseIndex, int act) {
        Clause clause = clauses.get(clauseIndex);
        int from = Math.max(clause.from(), act - REACH);
        int to = Math.min(clause.to(), act + REACH);
        int behind = behind(chunks, act, to);
        return new Sight(
                chunks,
                clause,
                clauseIndex,
                act,
                from,
                to,
                behind,
                Phrase.within(chunks, from, act),
                Phrase.within(chunks, behind, to));
    }

    private static int behind(List<Chunk> chunks, int act, int to) {
        int next = act + 1;
        while (next < to) {
            Chunk chunk = chunks.get(next);
            boolean part = chunk.is(Tag.LE)
                    || chunk.is(Tag.GUO)
                    || chunk.is(Tag.ZHE)
                    || Vocabulary.shipped().is(Vocabulary.Quality.RESULT, chunk.text());
            if (!part) {
                break;
            }
            next++;
        }
        return next;
    }

    ActKind kind() {
        return chunks.get(act).act().orElseThrow();
    }

    Chunk chunk(int i) {
        return chunks.get(i);
    }

    /** Whether 的 follows the act, so that it describes a noun. */
    boolean isDescriptive() {
        return behind < to && chunks.get(behind).is(Tag.DE);
    }

    /** The nearest chunk of a tag before the act, unless 就 parts them (不把钱还我就打); -1 where there is none. */
    int last(Tag tag) {
        for (int i = act - 1; i >= from && !chunks.get(i).says("就"); i--) {
            if (chunks.get(i).is(tag)) {
                return i;
            }
        }
        return -1;
    }

    boolean isPerson(Phrase phrase) {
        return phrase.isPerson(chunks);
    }

    boolean is(Phrase phrase, Tag tag) {
        return phrase.is(chunks, tag);
    }
}
