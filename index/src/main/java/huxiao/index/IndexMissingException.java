package huxiao.index;

/** There is no committed index to read. */
public final class IndexMissingException extends RuntimeException {
    /** For the folder or server where it was looked for. */
    public IndexMissingException(String place) {
        super("no index in " + place + ": nothing has been written and committed there yet");
    }
}
