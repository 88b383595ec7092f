package huxiao.analysis.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts chunks into clauses: at commas, colons, spaces (which posts write for commas), at the ends of sentences, and at quotation
 * marks. Words in quotation marks, and those behind a verb of saying and a colon up to the end of the sentence, are somebody else's.
 * Pure, linear.
 */
final class Clauses {
    private static final String SENTENCE_ENDS = "。!！?？;；…\n";
    private static final String OPENING = "“「『‘\"";
    private static final String CLOSING = "”」』’\"";
    /** So many chunks back a verb of saying may stand from the colon or quotation mark. */
    private static final int REACH = 6;

    private final List<Chunk> chunks;
    private final List<Clause> clauses = new ArrayList<>();
    private int from;
    private int sentence;
    private boolean inQuotes;
    private boolean afterColon;
    private int speaker = -1;

    private Clauses(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    static List<Clause> of(List<Chunk> chunks) {
        Clauses cut = new Clauses(chunks);
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).is(Tag.MARK)) {
                cut.mark(i);
            }
        }
        cut.close(chunks.size(), false);
        return cut.clauses;
    }

    /** The chunks with hand and weapon taken for an act in clauses that name no other: 半小时后我带刀过去. */
    static List<Chunk> armed(List<Chunk> chunks, List<Clause> clauses) {
        List<Chunk> all = new ArrayList<>(chunks);
        for (Clause clause : clauses) {
            int hand = -1;
            boolean acts = false;
            for (int i = clause.from(); i < clause.to(); i++) {
                acts |= chunks.get(i).is(Tag.ACT);
                hand = hand < 0 && chunks.get(i).is(Tag.WITH) && holdsWeapon(chunks, i + 1, clause.to()) ? i : hand;
            }
            if (!acts && hand >= 0) {
                Chunk chunk = chunks.get(hand);
                all.set(hand, new Chunk(chunk.start(), chunk.text(), Tag.ACT, Optional.of(ActKind.MOVE)));
            }
        }
        return all;
    }

    private static boolean holdsWeapon(List<Chunk> chunks, int from, int to) {
        int next = from;
        while (next < to
                && (chunks.get(next).is(Tag.NUMBER)
                        || chunks.get(next).is(Tag.DET)
                        || chunks.get(next).is(Tag.LE))) {
            next++;
        }
        return next < to && chunks.get(next).is(Tag.MEANS);
    }

    private void mark(int i) {
        String mark = chunks.get(i).text();
        if (mark.equals("、")) {
            return;
        }
        boolean asks = mark.indexOf('?') >= 0 || mark.indexOf('？') >= 0;
        close(i, asks);
        for (int k = 0; k < mark.length(); k++) {
            char sign = mark.charAt(k);
            if (sign == ':' || sign == '：') {
                afterColon = afterColon || said(i);
            } else if (OPENING.indexOf(sign) >= 0 && !(inQuotes && CLOSING.indexOf(sign) >= 0)) {
                // A quoted word within a sentence is no speech: only what a verb of saying brings in, or what holds a
                // clause.
                inQuotes = said(i) || afterColon || isLong(i);
            } else if (CLOSING.indexOf(sign) >= 0) {
                inQuotes = false;
                afterColon = false;
                speaker = -1;
            } else if (SENTENCE_ENDS.indexOf(sign) >= 0) {
                sentence++;
                if (!inQuotes) {
                    afterColon = false;
                    speaker = -1;
                }
            }
        }
        from = i + 1;
    }

    private void close(int to, boolean asks) {
        if (to > from) {
            clauses.add(new Clause(
                    from, to, sentence, inQuotes || afterColon, inQuotes || afterColon ? speaker : -1, asks));
        }
    }

    /** Whether a verb of saying stands shortly before; remembers which. */
    private boolean said(int mark) {
        for (int i = mark - 1; i >= Math.max(0, mark - REACH); i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.SAY)) {
                speaker = i;
                return true;
            }
            if (chunk.is(Tag.MARK) && SENTENCE_ENDS.indexOf(chunk.text().charAt(0)) >= 0) {
                return false;
            }
        }
        return false;
    }

    /** Whether three chunks or more stand before the closing mark; looks no further than a dozen, so that a row of marks stays cheap. */
    private boolean isLong(int opening) {
        int words = 0;
        for (int i = opening + 1; i < Math.min(chunks.size(), opening + 12) && words < 3; i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.MARK) && CLOSING.indexOf(chunk.text().charAt(0)) >= 0) {
                return false;
            }
            words += chunk.is(Tag.MARK) ? 0 : 1;
        }
        return words >= 3;
    }
}
