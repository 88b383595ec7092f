package huxiao.server.notify;

/** Makes other people's text safe for a header, a log line or a column: one line, nothing invisible, bounded. */
final class PlainText {
    private PlainText() {}

    /** On one line: every run of white space, control, format (bidirectional marks among them) and unpaired characters is one space. */
    static String line(String text, int maxCodePoints) {
        return bounded(clean(text, false).strip(), maxCodePoints);
    }

    /** The same, with line breaks kept as {@code \n}. */
    static String lines(String text, int maxCodePoints) {
        return bounded(
                clean(text.replace("\r\n", "\n").replace('\r', '\n'), true).strip(), maxCodePoints);
    }

    private static String clean(String text, boolean keepLineBreaks) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' && keepLineBreaks) {
                out.append('\n');
                gap = false;
            } else if (isInvisible(c)) {
                gap = true;
            } else {
                if (gap && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                    out.append(' ');
                }
                gap = false;
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String bounded(String text, int maxCodePoints) {
        if (text.codePointCount(0, text.length()) <= maxCodePoints) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, maxCodePoints - 1)) + "…";
    }
}
