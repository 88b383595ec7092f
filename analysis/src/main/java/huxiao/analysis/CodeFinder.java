package huxiao.analysis;

import java.util.ArrayList;
import java.util.List;

/** Finds the fixed codes of {@link CloakTables}: zs and 紫砂 for 自杀, where what stands around them asks for it. Pure. */
final class CodeFinder {
    private static final double COST = 0.8;
    private static final double LETTERS_ALONE = 1.4;
    /** The last characters of words of wanting, trying and doing: 想, 就去, 试图, 准备, 有人, 第三次. */
    private static final String WANTING = "想要去会敢过图算备次又别接能起经人给被念割";
    /** What speaks of an attempt behind the code. */
    private static final List<String> ATTEMPTS =
            List.of("未遂", "倾向", "念头", "的念头", "的想法", "的冲动", "的心", "自残", "自杀", "自己", "身亡", "死");

    private static final String PERSONS = "你他她它我们";
    /** How far around a code is looked, units. */
    private static final int REACH = 2;

    private final CloakTables tables;

    CodeFinder(CloakTables tables) {
        this.tables = tables;
    }

    /** The codes that begin at a unit. */
    List<TermWalk.Match> at(String text, int at) {
        List<TermWalk.Match> found = new ArrayList<>(1);
        for (CloakTables.Code code : tables.codes(text.charAt(at))) {
            int end = at + code.written().length();
            if (text.startsWith(code.written(), at) && stands(text, at, end, code)) {
                boolean letters = code.written().chars().allMatch(c -> TermWalk.isLetter((char) c));
                double cost = letters ? LETTERS_ALONE : COST;
                TermWalk.Edge edge = new TermWalk.Edge(at, end, code.meant(), code.trick(), cost);
                found.add(new TermWalk.Match(at, end, code.meant(), List.of(edge), cost, true));
            }
        }
        return found;
    }

    private static boolean stands(String text, int start, int end, CloakTables.Code code) {
        if (isInside(text, start, start - 1) || isInside(text, end - 1, end)) {
            return false;
        }
        String behind = behind(text, end);
        if (code.notBefore().stream().anyMatch(behind::startsWith)) {
            return false;
        }
        return switch (code.context()) {
            case FREE -> true;
            case ASKS -> isWanted(text, start) || ATTEMPTS.stream().anyMatch(behind::startsWith);
            case PERSON -> behind.isEmpty() || PERSONS.indexOf(behind.charAt(0)) >= 0;
            case END -> behind.isEmpty() || !Character.isLetterOrDigit(behind.charAt(0)) || behind.charAt(0) == '了';
        };
    }

    /** Whether the code's letters or digits go on outside it. */
    private static boolean isInside(String text, int edge, int outside) {
        return outside >= 0 && outside < text.length() && isAscii(text.charAt(edge)) && isAscii(text.charAt(outside));
    }

    private static boolean isAscii(char c) {
        return TermWalk.isLetter(c) || (c >= '0' && c <= '9');
    }

    static boolean isWanted(String text, int start) {
        int at = start - 1;
        if (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at >= 0 && WANTING.indexOf(text.charAt(at)) >= 0;
    }

    private static String behind(String text, int end) {
        int from = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        return text.substring(from, Math.min(text.length(), from + REACH + 2));
    }
}
