package huxiao.server.web.console;

/** Notes that people type beside a decision. */
final class Notes {
    private static final int LONGEST = 2000;

    private Notes() {}

    /**
     * The note as it is kept. The form stops at two thousand characters and at what a keyboard gives; what comes otherwise is cut,
     * so that a decision is never lost over its note.
     */
    static String clean(String note) {
        String unix = note.replace("\r\n", "\n");
        String clean = unix.codePoints()
                .filter(point -> !Character.isISOControl(point) || point == '\n')
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.strip();
    }
}
