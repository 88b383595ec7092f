package huxiao.index;

import java.nio.file.Path;

/** There is no committed index to read. */
public final class IndexMissingException extends RuntimeException {
    /** For the folder where it was looked for. */
    public IndexMissingException(Path folder) {
        super("no index in " + folder + ": nothing has been written and committed there yet");
    }
}
