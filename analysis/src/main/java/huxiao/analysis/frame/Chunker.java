package huxiao.analysis.frame;

import huxiao.analysis.CueGroup;
import huxiao.analysis.time.TimeExpression;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a text into chunks: words of time, names of schools, words of {@link Vocabulary} and terms of the lexicon where they stand, the
 * longest first, and between them HanLP's words by their part of speech. Pure.
 */
final class Chunker {
    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    /** First characters of terms that hold the hand with the weapon; these are cut into both. */
    private static final String HANDS = "拿拎提持带抄架一把械家";

    private static final String PEOPLE_END = "人子头年汉毛夫员男女";

    private final FrameText text;
    private final BitSet borders;

    private Chunker(FrameText text) {
        this.text = text;
        this.borders = new BitSet(text.text().length() + 1);
        for (FrameText.Word word : text.words()) {
            borders.set(word.start());
            borders.set(word.end());
        }
    }

    static List<Chunk> chunks(FrameText text, List<TimeExpression> times) {
        Chunker chunker = new Chunker(text);
        List<Chunk> chunks = chunker.fill(chunker.longest(chunker.known(times)));
        return settled(Names.joined(chunker.acts(chunks)));
    }

    /**
     * Settles words that have two parts to play: 写, 骂 and 发 bring in words only before a mark or on something that is read (纸条上写),
     * and 把 behind a number counts (一把菜刀).
     */
    private static List<Chunk> settled(List<Chunk> chunks) {
        List<Chunk> all = new ArrayList<>(chunks);
        for (int i = 0; i < all.size(); i++) {
            Chunk chunk = all.get(i);
            if (chunk.is(Tag.BA) && i > 0 && all.get(i - 1).is(Tag.NUMBER)) {
                all.set(i, Chunk.of(chunk.start(), chunk.text(), Tag.NUMBER));
                continue;
            }
            if (chunk.text().length() > 1 || "写骂发".indexOf(chunk.text()) < 0) {
                continue;
            }
            boolean marked = i + 1 < all.size()
                    && (all.get(i + 1).is(Tag.MARK) || all.get(i + 1).says("道"));
            if (marked || (i > 0 && all.get(i - 1).is(Tag.POSITION))) {
                all.set(i, Chunk.of(chunk.start(), chunk.text(), Tag.SAY));
            }
        }
        return all;
    }

    private List<Chunk> known(List<TimeExpression> times) {
        List<Chunk> known = new ArrayList<>();
        for (TimeExpression time : times) {
            known.add(chunk(time.start(), time.end(), Tag.TIME));
        }
        for (Range school : text.schools()) {
            known.add(chunk(school.start(), school.end(), Tag.PLACE));
        }
        for (FrameText.Sign sign : text.signs()) {
            if (sign.end() - sign.start() > 1) {
                tag(sign).ifPresent(tag -> known.add(chunk(sign.start(), sign.end(), tag)));
            }
        }
        for (Vocabulary.Found found : VOCABULARY.longWords(text.text())) {
            // What begins and ends within other words is a chance meeting of characters.
            if (borders.get(found.start()) || borders.get(found.end())) {
                Vocabulary.Entry entry = found.entry();
                known.add(new Chunk(found.start(), entry.word(), entry.tag(), entry.act()));
            }
        }
        return known;
    }

    private Optional<Tag> tag(FrameText.Sign sign) {
        String term = text.text().substring(sign.start(), sign.end());
        if (VOCABULARY.entry(term).isPresent()) {
            return Optional.empty();
        }
        return switch (sign.group()) {
            case CHILD -> Optional.of(Tag.PERSON);
            case STAFF -> Optional.of(term.equals("阿姨") ? Tag.PERSON : Tag.STAFF);
            case PLACE -> Optional.of(Tag.PLACE);
            case STRANGER ->
                PEOPLE_END.indexOf(term.charAt(term.length() - 1)) >= 0 ? Optional.of(Tag.PERSON) : Optional.empty();
            case WEAPON -> HANDS.indexOf(term.charAt(0)) < 0 ? Optional.of(Tag.MEANS) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Of overlapping chunks the one that begins first, of these the longest; words of time win over all of the same length. */
    private List<Chunk> longest(List<Chunk> known) {
        known.sort(Comparator.comparingInt(Chunk::start)
                .thenComparing(Comparator.comparingInt(Chunk::end).reversed())
                .thenComparing(chunk -> chunk.tag() != Tag.TIME)
                .thenComparing(Chunk::tag));
        List<Chunk> kept = new ArrayList<>();
        int end = 0;
        for (Chunk chunk : known) {
            if (chunk.start() >= end) {
                kept.add(chunk);
                end = chunk.end();
            }
        }
        return kept;
    }

    private List<Chunk> fill(List<Chunk> known) {
        List<Chunk> all = new ArrayList<>();
        int next = 0;
        for (FrameText.Word word : text.words()) {
            int from = word.start();
            while (next < known.size() && known.get(next).start() < word.end()) {
                Chunk chunk = known.get(next);
                if (from < chunk.start()) {
                    rest(all, from, chunk.start(), word);
                }
                if (all.isEmpty() || all.get(all.size() - 1).start() < chunk.start()) {
                    all.add(chunk);
                }
                from = Math.max(from, chunk.end());
                if (chunk.end() > word.end()) {
                    break;
                }
                next++;
            }
            if (from < word.end()) {
                rest(all, from, word.end(), word);
            }
        }
        return all;
    }

    private void rest(List<Chunk> all, int from, int to, FrameText.Word word) {
        String piece = text.text().substring(from, to);
        if (VOCABULARY.is(Vocabulary.Quality.ARMED, piece)) {
            all.add(Chunk.of(from, piece.substring(0, 1), Tag.WITH));
            all.add(Chunk.of(from + 1, piece.substring(1), Tag.MEANS));
            return;
        }
        if (isTwo(all, piece)) {
            rest(all, from, from + 1, word);
            rest(all, from + 1, to, word);
            return;
        }
        boolean whole = piece.length() == word.text().length();
        all.add(VOCABULARY
                .entry(piece)
                .map(entry -> new Chunk(from, piece, entry.tag(), entry.act()))
                .orElseGet(() -> Chunk.of(from, piece, whole ? byNature(piece, word.nature()) : remnant(all, piece))));
    }

    /** Whether HanLP took two words for one: 我会, 敢打, and 打的 behind 被. */
    private static boolean isTwo(List<Chunk> before, String piece) {
        if (piece.length() != 2 || VOCABULARY.entry(piece).isPresent()) {
            return false;
        }
        Optional<Tag> first = VOCABULARY.entry(piece.substring(0, 1)).map(Vocabulary.Entry::tag);
        Optional<Tag> second = VOCABULARY.entry(piece.substring(1)).map(Vocabulary.Entry::tag);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        boolean pronoun = first.get().isPronoun() && second.get() == Tag.WILL;
        boolean will = first.get() == Tag.WILL && second.get() == Tag.ACT;
        boolean passive = !before.isEmpty() && before.get(before.size() - 1).is(Tag.BEI);
        return pronoun || will || (passive && first.get() == Tag.ACT && second.get() == Tag.DE);
    }

    /** What is left of a word that was cut: the 顶 of 教学楼|顶 says where, others say nothing. */
    private static Tag remnant(List<Chunk> before, String piece) {
        boolean mark = piece.codePoints().noneMatch(Character::isLetterOrDigit);
        boolean place = !before.isEmpty() && before.get(before.size() - 1).is(Tag.PLACE);
        return mark ? Tag.MARK : place ? Tag.POSITION : Tag.OTHER;
    }

    private static Tag byNature(String piece, String nature) {
        if (piece.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Tag.MARK;
        }
        if (nature.startsWith("nn") || nature.startsWith("nr")) {
            return Tag.PERSON;
        }
        if (nature.equals("ns") || nature.equals("nis") || nature.startsWith("nt") || nature.equals("s")) {
            return Tag.PLACE;
        }
        if (nature.startsWith("m") || nature.startsWith("q")) {
            return Tag.NUMBER;
        }
        return switch (nature.isEmpty() ? ' ' : nature.charAt(0)) {
            case 'n', 'j', 'x' -> Tag.NOUN;
            case 'v' -> Tag.VERB;
            case 'f' -> Tag.POSITION;
            case 'd' -> Tag.ALL;
            default -> Tag.OTHER;
        };
    }

    /** Takes the verbs within terms of dangerous groups for acts, where none is known there. */
    private List<Chunk> acts(List<Chunk> chunks) {
        List<Chunk> all = new ArrayList<>(chunks);
        int at = 0;
        for (FrameText.Sign sign : text.signs()) {
            Optional<ActKind> kind = ActKind.of(sign.group());
            if (kind.isEmpty()) {
                continue;
            }
            while (at < all.size() && all.get(at).end() <= sign.start()) {
                at++;
            }
            int verb = -1;
            boolean known = false;
            for (int i = at; i < all.size() && all.get(i).start() < sign.end(); i++) {
                Chunk chunk = all.get(i);
                known |= chunk.is(Tag.ACT);
                boolean whole = chunk.start() >= sign.start() && chunk.end() <= sign.end();
                if (verb < 0 && whole && (chunk.is(Tag.VERB) || (chunk.is(Tag.NOUN) && isVerbal(sign, chunk)))) {
                    verb = i;
                }
            }
            if (!known && verb >= 0) {
                Chunk chunk = all.get(verb);
                all.set(verb, new Chunk(chunk.start(), chunk.text(), Tag.ACT, kind));
            }
        }
        return all;
    }

    /** Terms of these groups are verbs, whatever HanLP calls them. */
    private static boolean isVerbal(FrameText.Sign sign, Chunk chunk) {
        boolean verbs =
                sign.group() == CueGroup.ACT || sign.group() == CueGroup.THREAT || sign.group() == CueGroup.INCITE;
        return verbs
                && chunk.start() == sign.start()
                && chunk.end() == sign.end()
                && chunk.text().length() > 1;
    }

    private Chunk chunk(int start, int end, Tag tag) {
        return Chunk.of(start, text.text().substring(start, end), tag);
    }
}
