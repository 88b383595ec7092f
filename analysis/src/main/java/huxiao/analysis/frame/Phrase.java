package huxiao.analysis.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A noun phrase: 三班那几个学生, 我女儿的大腿, 沧澜一中门口.
 *
 * @param from first chunk
 * @param head the chunk that says what it is
 * @param to one past the last chunk
 * @param owner one past the last chunk of the person whose body is named, or -1
 */
record Phrase(int from, int head, int to, int owner) {
    private static final Vocabulary VOCABULARY = Vocabulary.shipped();

    /** The phrases among chunks {@code from} to before {@code to}, in order. */
    static List<Phrase> within(List<Chunk> chunks, int from, int to) {
        List<Phrase> phrases = new ArrayList<>();
        int i = from;
        while (i < to) {
            Phrase phrase = at(chunks, i, to);
            if (phrase.to > i) {
                phrases.add(phrase);
                i = phrase.to;
            } else {
                i++;
            }
        }
        return phrases;
    }

    /** The phrase that begins at chunk {@code i}; empty ({@code to == from}) where none does. */
    private static Phrase at(List<Chunk> chunks, int i, int limit) {
        int next = i;
        boolean several = false;
        while (next < limit && (chunks.get(next).is(Tag.DET) || chunks.get(next).is(Tag.NUMBER))) {
            several |= chunks.get(next).is(Tag.DET);
            next++;
        }
        if (next == limit || !chunks.get(next).tag().isNominal()) {
            // 那几个又来了: those few, with no noun.
            boolean alone = several && next > i && chunks.get(next - 1).text().endsWith("个") && next - i <= 2;
            boolean people = alone
                    && (chunks.get(i).text().startsWith("那")
                            || chunks.get(i).text().startsWith("几"));
            return people ? new Phrase(i, next - 1, next, -1) : new Phrase(i, i, i, -1);
        }
        int head = next;
        int owner = -1;
        int end = next + 1;
        while (end < limit) {
            Chunk last = chunks.get(head);
            Chunk chunk = chunks.get(end);
            if (joins(chunks, last, chunk, end, limit)) {
                if (chunk.is(Tag.BODY) && last.tag().isPerson()) {
                    owner = end;
                }
                head = chunk.tag().isNominal() ? end : head;
                end++;
            } else if (chunk.is(Tag.DE) && end + 1 < limit && owns(chunks, last, end + 1, limit)) {
                int after = end + 1;
                while (chunks.get(after).is(Tag.DET) || chunks.get(after).is(Tag.NUMBER)) {
                    after++;
                }
                if (chunks.get(after).is(Tag.BODY) && last.tag().isPerson()) {
                    owner = end;
                }
                head = after;
                end = after + 1;
            } else {
                break;
            }
        }
        return new Phrase(i, head, end, owner);
    }

    /** Whether a noun, with or without 那个, follows 的. */
    private static boolean owns(List<Chunk> chunks, Chunk last, int after, int limit) {
        int next = after;
        while (next < limit && (chunks.get(next).is(Tag.DET) || chunks.get(next).is(Tag.NUMBER))) {
            next++;
        }
        return !last.is(Tag.MEANS)
                && next < limit
                && chunks.get(next).tag().isNominal()
                && !chunks.get(next).tag().isPronoun();
    }

    /** Whether two neighbours belong to one phrase. */
    private static boolean joins(List<Chunk> chunks, Chunk last, Chunk next, int at, int limit) {
        boolean kin = VOCABULARY.is(Vocabulary.Quality.KIN, next.text());
        return switch (last.tag()) {
            case FIRST, SECOND, THIRD -> {
                boolean anybody = last.text().startsWith("有")
                        || last.says("谁")
                        || last.text().endsWith("人");
                boolean place = next.is(Tag.PLACE) && at + 1 < limit && belongs(chunks.get(at + 1));
                yield !anybody
                        && (kin
                                || next.is(Tag.STAFF)
                                || next.is(Tag.PERSON)
                                || next.is(Tag.BODY)
                                || next.is(Tag.NOUN)
                                || (next.is(Tag.DET) && next.text().endsWith("个"))
                                || place);
            }
            case PERSON ->
                kin
                        || next.is(Tag.BODY)
                        || (isClass(last) && (next.is(Tag.PERSON) || next.is(Tag.NUMBER) || next.is(Tag.NOUN)))
                        || (last.text().startsWith("高")
                                && next.is(Tag.PERSON)
                                && last.text().length() == 3);
            case STAFF ->
                kin || next.is(Tag.BODY) || next.is(Tag.STAFF) || next.text().startsWith("某") || Names.isName(next);
            case NOUN ->
                isThose(next)
                        || (next.tag().isNominal() && !next.tag().isPronoun())
                        || (next.is(Tag.DET) && next.text().endsWith("个"));
            case PLACE ->
                next.is(Tag.PLACE)
                        || isThose(next)
                        || next.is(Tag.POSITION)
                        || next.is(Tag.NOUN)
                        || ((next.is(Tag.STAFF) || next.is(Tag.PERSON)) && isInstitution(last))
                        || (next.is(Tag.NUMBER) && at + 1 < limit && isPlaceLike(chunks.get(at + 1)));
            default -> false;
        };
    }

    private static boolean belongs(Chunk chunk) {
        return chunk.is(Tag.STAFF) || chunk.is(Tag.PERSON) || chunk.is(Tag.DE);
    }

    private static boolean isPlaceLike(Chunk chunk) {
        return chunk.is(Tag.PLACE) || chunk.is(Tag.POSITION) || chunk.is(Tag.NUMBER) || chunk.is(Tag.NOUN);
    }

    /** 学校保安 are the school's; 操场 学生 only are there. */
    private static boolean isInstitution(Chunk chunk) {
        return "校园中学小高职堂班构区家".indexOf(chunk.text().charAt(chunk.text().length() - 1)) >= 0;
    }

    /** 隔壁班那几个. */
    private static boolean isThose(Chunk chunk) {
        return chunk.is(Tag.THIRD)
                && (chunk.text().startsWith("那") || chunk.text().startsWith("这"));
    }

    private static boolean isClass(Chunk chunk) {
        String text = chunk.text();
        return text.endsWith("级") || text.endsWith("班") || text.startsWith("初") || text.startsWith("高");
    }

    boolean isPerson(List<Chunk> chunks) {
        return chunks.get(head).tag().isPerson() || chunks.get(head).is(Tag.DET) || owner >= 0;
    }

    boolean is(List<Chunk> chunks, Tag tag) {
        return chunks.get(head).is(tag);
    }

    /** The person meant: of 她的大腿 it is 她. */
    Range range(List<Chunk> chunks) {
        int last = owner >= 0 ? owner : to;
        return new Range(chunks.get(from).start(), chunks.get(last - 1).end());
    }

    /** Whether another phrase begins where this does. */
    boolean begins(Optional<Phrase> other) {
        return other.isPresent() && other.get().from == from;
    }

    boolean isPronoun(List<Chunk> chunks) {
        return to - from == 1 && chunks.get(from).tag().isPronoun();
    }
}
