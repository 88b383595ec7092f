package huxiao.analysis.time;

/** Whole numbers up to 99 as Chinese writes them in times: 12, 三, 十二, 二十三, 两. Pure. */
final class ChineseNumber {
    /** What a text of a number may hold, for use within patterns. */
    static final String PATTERN = "(?:\\d{1,3}|[零〇一二两三四五六七八九十]{1,3})";

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumber() {}

    /** The number, or -1 when the text is none: 十十, 三五. */
    static int parse(String text) {
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > 4 ? -1 : Integer.parseInt(text);
        }
        int ten = text.indexOf('十');
        if (ten < 0) {
            boolean zeroLed = text.length() == 2 && digit(text.charAt(0)) == 0;
            return text.length() == 1 ? digit(text.charAt(0)) : zeroLed ? digit(text.charAt(1)) : -1;
        }
        int tens = ten == 0 ? 1 : ten == 1 ? digit(text.charAt(0)) : -1;
        int ones = ten == text.length() - 1 ? 0 : ten == text.length() - 2 ? digit(text.charAt(ten + 1)) : -1;
        return tens < 1 || ones < 0 ? -1 : tens * 10 + ones;
    }

    private static int digit(char c) {
        return c == '〇' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
    }
}
