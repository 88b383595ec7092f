package huxiao.analysis;

import huxiao.model.Post;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides phone, identity-card and plate numbers at equal length, so that offsets stay true: {@code 13812345678} becomes
 * {@code 138****5678}. Digits of any script's width count; two to four digits may be parted by a space or hyphen. Linear, thread safe.
 */
public final class Masking {
    private static final char MASK = '*';
    private static final String D = "[0-9０-９]";
    private static final String GAP = "[ \\-－—]?";
    private static final Pattern IDENTITY =
            Pattern.compile("(?<!" + D + ")[1-9１-９]" + D + "{16}[0-9０-９XxＸｘ](?![0-9０-９A-Za-z])");
    private static final Pattern MOBILE = Pattern.compile("(?<!" + D + ")(?:(?:\\+|＋)?(?:86|８６)" + GAP
            + ")?[1１][3-9３-９]" + D + GAP + D + "{4}" + GAP + D + "{4}(?!" + D + ")");
    private static final Pattern LAND_LINE = Pattern.compile("(?<!" + D + ")(?:[(（][0０]" + D + "{2,3}[)）]" + GAP
            + "|[0０]" + D + "{2,3}" + GAP + ")[2-8２-８]" + D + "{6,7}(?!" + D + ")");
    private static final Pattern PLATE = Pattern.compile("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-zＡ-Ｚａ-ｚ][ ·・.．\\-]?"
            + "[A-HJ-NP-Za-hj-np-zＡ-Ｚａ-ｚ0-9０-９]{4,5}[A-HJ-NP-Za-hj-np-zＡ-Ｚａ-ｚ0-9０-９挂学警港澳](?![A-Za-z0-9０-９])");

    private Masking() {}

    /** The text with such numbers hidden, of the same length; masking twice changes nothing more. */
    public static String mask(String text) {
        String masked = hide(text, IDENTITY, 6, 4);
        masked = hide(masked, MOBILE, 3, 4);
        masked = hide(masked, LAND_LINE, 4, 2);
        return hide(masked, PLATE, 2, 1);
    }

    /** The post with title and text masked. */
    public static Post mask(Post post) {
        String title = mask(post.title());
        String text = mask(post.text());
        return title.equals(post.title()) && text.equals(post.text()) ? post : post.withContent(title, text);
    }

    private static String hide(String text, Pattern pattern, int head, int tail) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder masked = null;
        while (matcher.find()) {
            if (masked == null) {
                masked = new StringBuilder(text);
            }
            int kept = 0;
            int total = symbols(text, matcher.start(), matcher.end());
            for (int i = matcher.start(); i < matcher.end(); i++) {
                if (!Character.isLetterOrDigit(text.charAt(i))) {
                    continue;
                }
                if (kept >= head && kept < total - tail) {
                    masked.setCharAt(i, MASK);
                }
                kept++;
            }
        }
        return masked == null ? text : masked.toString();
    }

    private static int symbols(String text, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                count++;
            }
        }
        return count;
    }
}
