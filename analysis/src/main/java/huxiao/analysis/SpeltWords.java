package huxiao.analysis;

import java.util.Set;

/** What letters around a spelt word say about it: whether they are Chinese too, or an English sentence, or a lesson. Pure. */
final class SpeltWords {
    /** Small words that stand beside a spelt one in a spelt sentence. */
    private static final Set<String> SMALL = Set.of(
            "wo",
            "ni",
            "ta",
            "men",
            "women",
            "nimen",
            "tamen",
            "yao",
            "xiang",
            "qu",
            "hui",
            "jiu",
            "dou",
            "ba",
            "bu",
            "le",
            "de",
            "hao",
            "gei",
            "zai",
            "shi",
            "zhe",
            "na",
            "mei",
            "you",
            "ren",
            "xiangyao",
            "woyao",
            "woxiang",
            "wojiu",
            "jiuyao",
            "jiuxiang",
            "woxiangyao",
            "zhenxiang",
            "buxiang",
            "zhunbei",
            "mingtian",
            "jintian",
            "wohui");

    /** What joins letters to addresses and names. */
    private static final String NAMES = "@./_-:#";

    private static final int REACH = 12;

    private final String text;

    SpeltWords(String text) {
        this.text = text;
    }

    /** Whether the letters that go on outside a stretch, in its own word and in the words beside it, are small words too. */
    boolean fit(int start, int end) {
        return fitsBefore(start) && fitsBehind(end) && !isName(start - 1) && !isName(end);
    }

    /** Whether letters beside this unit are an address or a product's name. */
    private boolean isName(int at) {
        return at >= 0
                && at < text.length()
                && (NAMES.indexOf(text.charAt(at)) >= 0 || Character.isDigit(text.charAt(at)));
    }

    private boolean fitsBefore(int start) {
        int from = start;
        while (from > 0 && start - from < REACH && TermWalk.isLetter(text.charAt(from - 1))) {
            from--;
        }
        if (from == start && TermWalk.isLetter(text.charAt(start)) && start > 1 && text.charAt(start - 1) == ' ') {
            return !TermWalk.isLetter(text.charAt(start - 2)) || fitsBefore(start - 1);
        }
        return from == start || isSmall(text.substring(from, start));
    }

    private boolean fitsBehind(int end) {
        int to = end;
        while (to < text.length() && to - end < REACH && TermWalk.isLetter(text.charAt(to))) {
            to++;
        }
        if (to == end
                && TermWalk.isLetter(text.charAt(end - 1))
                && end + 1 < text.length()
                && text.charAt(end) == ' ') {
            return !TermWalk.isLetter(text.charAt(end + 1)) || fitsBehind(end + 1);
        }
        return to == end || isSmall(text.substring(end, to));
    }

    private static boolean isSmall(String letters) {
        if (SMALL.contains(letters)) {
            return true;
        }
        for (int cut = 1; cut < letters.length(); cut++) {
            if (SMALL.contains(letters.substring(0, cut)) && SMALL.contains(letters.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a word spelt from end to end is used rather than taught: Chinese or a small word stands beside it, and the characters
     * beside it do not say the same again (紫砂 zi sha).
     */
    boolean isNoLesson(TermWalk.Match match) {
        int before = match.start() > 0 && text.charAt(match.start() - 1) == ' ' ? match.start() - 1 : match.start();
        int behind = match.end() < text.length() && text.charAt(match.end()) == ' ' ? match.end() + 1 : match.end();
        boolean beside = (before > 0 && isUsed(text.charAt(before - 1)))
                || (behind < text.length() && isUsed(text.charAt(behind)));
        return beside && !says(match, before - match.term().length()) && !says(match, skipBracket(behind));
    }

    private int skipBracket(int at) {
        return at < text.length() && !Character.isLetterOrDigit(text.charAt(at)) ? at + 1 : at;
    }

    private static boolean isUsed(char c) {
        return Normaliser.isHan(c) || TermWalk.isLetter(c);
    }

    private boolean says(TermWalk.Match match, int at) {
        if (at < 0 || at + match.term().length() > text.length()) {
            return false;
        }
        for (int i = 0; i < match.term().length(); i++) {
            if (Sounds.of(text.charAt(at + i)) != Sounds.of(match.term().charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
