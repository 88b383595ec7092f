package huxiao.index.text;

/** How single characters are compared, and which of them part a text. */
final class Characters {
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;
    private static final int SKIN_TONES_FIRST = 0x1F3FB;
    private static final int SKIN_TONES_LAST = 0x1F3FF;

    private Characters() {}

    /** Full-width forms become half-width, capitals small. */
    static int fold(int codePoint) {
        int narrow = codePoint >= FULL_WIDTH_FIRST && codePoint <= FULL_WIDTH_LAST
                ? codePoint - FULL_WIDTH_SHIFT
                : codePoint;
        return Character.toLowerCase(narrow);
    }

    /** What runs together into one piece: letters and digits of scripts that put spaces between words. */
    static boolean isJoining(int codePoint) {
        if (codePoint < 0x80) {
            return Character.isLetterOrDigit(codePoint);
        }
        return Character.isLetterOrDigit(codePoint) && codePoint < 0x2E80;
    }

    /** What is searched for as a piece of its own: ideographs, kana, emoji and other symbols that carry meaning. */
    static boolean isSingle(int codePoint) {
        if (codePoint < 0x2E80) {
            return isPicture(codePoint);
        }
        return Character.isLetterOrDigit(codePoint) || isPicture(codePoint);
    }

    /** What is passed over as if it were not there: spaces within a line and invisible characters. */
    static boolean isInvisible(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == 0x2028 || codePoint == 0x2029) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> isSkinTone(codePoint);
        };
    }

    static boolean isPicture(int codePoint) {
        return Character.getType(codePoint) == Character.OTHER_SYMBOL;
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= SKIN_TONES_FIRST && codePoint <= SKIN_TONES_LAST;
    }
}
