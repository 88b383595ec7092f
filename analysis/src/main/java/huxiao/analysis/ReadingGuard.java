package huxiao.analysis;

import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.common.Term;
import huxiao.model.Cloak;
import java.util.List;
import java.util.Optional;

/**
 * Keeps innocent text from being read as danger: a character is only taken for another where it is no part of an ordinary word, rare as
 * a word of its own, and no usual neighbour of what stands beside it. Pure.
 */
final class ReadingGuard {
    /** From this cost on nobody would read it so. */
    static final double DEAREST = 3.2;
    /** Without a telling character left in place only rarer ones are taken for another. */
    private static final int RARE = 2;

    private static final double NOTHING_TELLING_LEFT = 0.8;
    private static final String STOPS = ",，、";
    /** Signs that stand between two Chinese characters for no other reason. */
    private static final String ODD = "#@&%$^*_|~°ˇ﹏﹒`+=";
    /** A term of so many characters is known by half of them. */
    private static final int LONG = 3;

    private static final String PRONOUNS = "你他她它我们了";
    private static final String OBJECTS = "你他她它我人全所那学老同这死";

    private final String text;
    private final CloakTables tables;
    private final HiddenTerms terms;
    private final int[] wordStarts;
    private final int[] wordEnds;

    /** @param words HanLP's terms of the text */
    ReadingGuard(String text, List<Term> words, CloakTables tables, HiddenTerms terms) {
        this.text = text;
        this.tables = tables;
        this.terms = terms;
        this.wordStarts = new int[text.length()];
        this.wordEnds = new int[text.length()];
        for (Term word : words) {
            int end = Math.min(text.length(), word.offset + word.word.length());
            for (int i = word.offset; i < end; i++) {
                wordStarts[i] = word.offset;
                wordEnds[i] = end;
            }
        }
    }

    /** The match with what it really costs; empty where the text is meant as it is written. */
    Optional<TermWalk.Match> judge(TermWalk.Match match) {
        if (cutsWord(match) || !lettersFit(match)) {
            return Optional.empty();
        }
        if (match.term().chars().noneMatch(c -> tables.isTelling((char) c))) {
            return isTakenApart(match) ? Optional.of(match) : Optional.empty();
        }
        if (!changesWhatTells(match)) {
            return Optional.empty();
        }
        double more = 0;
        boolean disguised = false;
        for (TermWalk.Edge edge : match.edges()) {
            switch (edge.trick()) {
                case HOMOPHONE, SHAPE -> {
                    int known = frequency(edge);
                    if (isWordPart(edge) || isUsualBeside(match, edge)) {
                        return Optional.empty();
                    }
                    disguised = true;
                    more += Math.log10(1 + known) / 2;
                }
                case SPLIT, GAPS -> {
                    if (isTornFromWord(edge) || isClause(edge)) {
                        return Optional.empty();
                    }
                }
                default -> {
                    // pictures and letters are no part of a Chinese word
                }
            }
        }
        if (!keepsTelling(match)) {
            if (disguised && !isOddEnough(match)) {
                return Optional.empty();
            }
            if ((match.term().length() == 1 && match.edges().get(0).trick() != Cloak.SPLIT)
                    || isWholePicture(match)
                    || isLoose(match)) {
                return Optional.empty();
            }
            more += disguised ? NOTHING_TELLING_LEFT : 0;
        }
        return match.cost() + more > DEAREST ? Optional.empty() : Optional.of(match.dearer(more));
    }

    /**
     * Whether a term of everyday characters is hidden for all that: signs that nobody writes between them, or more than one of its
     * syllables spelt, or one in a long term. 吃le is a habit, 妈@妈 and wenhou问候 are not.
     */
    private boolean isTakenApart(TermWalk.Match match) {
        long spelt = match.edges().stream()
                .filter(edge -> edge.trick() == Cloak.PINYIN)
                .count();
        long gaps = match.edges().stream()
                .filter(edge -> edge.trick() == Cloak.GAPS)
                .filter(edge -> ODD.indexOf(text.charAt(edge.start())) >= 0 && !isWordPart(edge))
                .count();
        return spelt + gaps == match.edges().size()
                && (spelt == 0
                        ? gaps > 0
                        : match.term().length() >= LONG
                                && spelt * 2 >= match.term().length());
    }

    /**
     * Whether an ordinary word reaches over an end of the match. Where letters, signs, parts or pictures follow, words of what stands
     * before them are only a guess: 有 人流 xue.
     */
    private boolean cutsWord(TermWalk.Match match) {
        int last = match.end() - 1;
        return (wordStarts[match.start()] < match.start() && isOrdinary(match.start()) && isDisguised(match))
                || (wordEnds[last] > match.end() && isOrdinary(last));
    }

    private static boolean isDisguised(TermWalk.Match match) {
        return match.edges().stream().anyMatch(edge -> edge.trick() == Cloak.HOMOPHONE || edge.trick() == Cloak.SHAPE);
    }

    /** Whether parts of a character belong to a word that reaches beyond them: 女干部. */
    private boolean isTornFromWord(TermWalk.Edge edge) {
        int last = edge.end() - 1;
        return (wordStarts[edge.start()] < edge.start() && isOrdinary(edge.start()))
                || (wordEnds[last] > edge.end() && isOrdinary(last));
    }

    private boolean isWordPart(TermWalk.Edge edge) {
        for (int i = edge.start(); i < edge.end(); i++) {
            if (isOrdinary(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a unit belongs to a Chinese word of several characters. */
    private boolean isOrdinary(int at) {
        return wordEnds[at] - wordStarts[at] > 1
                && Normaliser.isHan(text.charAt(wordStarts[at]))
                && Normaliser.isHan(text.charAt(wordEnds[at] - 1));
    }

    private int frequency(TermWalk.Edge edge) {
        if (edge.trick() != Cloak.HOMOPHONE && edge.trick() != Cloak.SHAPE) {
            return 0;
        }
        return CoreDictionary.getTermFrequency(text.substring(edge.start(), edge.end()));
    }

    /** Whether the corpus knows the character beside its neighbour in the match. */
    private boolean isUsualBeside(TermWalk.Match match, TermWalk.Edge edge) {
        String written = text.substring(edge.start(), edge.end());
        return (edge.start() > match.start() && follows(text.substring(edge.start() - 1, edge.start()), written))
                || (edge.end() < match.end() && follows(written, text.substring(edge.end(), edge.end() + 1)));
    }

    private static boolean follows(String left, String right) {
        return CoreBiGramTableDictionary.getBiFrequency(left, right) > 0;
    }

    /** A change that leaves only pronouns changed hides nothing: 打ta. */
    private boolean changesWhatTells(TermWalk.Match match) {
        for (TermWalk.Edge edge : match.edges()) {
            if (edge.trick() == Cloak.GAPS || edge.read().length() > 1) {
                return true;
            }
            char read = edge.read().charAt(0);
            boolean letters = edge.trick() == Cloak.PINYIN && PRONOUNS.indexOf(read) < 0;
            if (tables.isTelling(read) || letters) {
                return true;
            }
        }
        return false;
    }

    /** Whether a telling character stands in the match as it is. */
    private boolean keepsTelling(TermWalk.Match match) {
        int edge = 0;
        for (int i = match.start(); i < match.end(); i++) {
            while (edge < match.edges().size() && match.edges().get(edge).end() <= i) {
                edge++;
            }
            boolean changed =
                    edge < match.edges().size() && match.edges().get(edge).start() <= i;
            if (!changed && tables.isTelling(text.charAt(i)) && match.term().indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** 🔪了 says nothing unless somebody is behind it: 🔪了你, but not 🔪了个西瓜. */
    private boolean isLoose(TermWalk.Match match) {
        boolean open = match.end() == text.length() || !Character.isLetterOrDigit(text.charAt(match.end()));
        boolean object = !open && OBJECTS.indexOf(text.charAt(match.end())) >= 0;
        if (match.term().length() == 1 || match.term().equals("死了")) {
            return !object;
        }
        return match.term().endsWith("了") && !object && !open;
    }

    /**
     * Whether a match that leaves no telling character in place stands out nevertheless: only rare characters of the very sound were
     * taken for others, not all of them, and somebody wants or does something.
     */
    private boolean isOddEnough(TermWalk.Match match) {
        long disguises = match.edges().stream()
                .filter(edge -> edge.trick() == Cloak.HOMOPHONE || edge.trick() == Cloak.SHAPE)
                .count();
        return match.edges().stream().allMatch(edge -> frequency(edge) <= RARE && !isOnlyLike(edge))
                && disguises < match.term().length()
                && (match.term().length() > 2
                        || match.edges().stream().allMatch(edge -> edge.trick() == Cloak.SHAPE)
                        || (match.start() > 0 && tables.isTelling(text.charAt(match.start() - 1)))
                        || CodeFinder.isWanted(text, match.start()));
    }

    private boolean isOnlyLike(TermWalk.Edge edge) {
        return edge.trick() == Cloak.HOMOPHONE
                && Sounds.of(text.charAt(edge.start())) != Sounds.of(edge.read().charAt(0));
    }

    /** Whether a stop parts a word from the person it would be done to. */
    private boolean isClause(TermWalk.Edge edge) {
        return STOPS.indexOf(text.charAt(edge.start())) >= 0
                && edge.end() < text.length()
                && PRONOUNS.indexOf(text.charAt(edge.end())) >= 0;
    }

    /** A picture that is the whole term is a term of the lexicon in its own right, or none. */
    private boolean isWholePicture(TermWalk.Match match) {
        return match.edges().get(0).trick() == Cloak.EMOJI
                && text.substring(match.start(), match.end()).chars().noneMatch(Character::isLetterOrDigit);
    }

    private boolean lettersFit(TermWalk.Match match) {
        if (match.edges().stream().noneMatch(edge -> edge.trick() == Cloak.PINYIN)) {
            return true;
        }
        boolean whole = true;
        for (int i = match.start(); i < match.end(); i++) {
            whole &= !Normaliser.isHan(text.charAt(i));
        }
        return new SpeltWords(text).fit(match.start(), match.end())
                && (!whole || (terms.isLikeliestOfSound(match.term()) && new SpeltWords(text).isNoLesson(match)));
    }
}
