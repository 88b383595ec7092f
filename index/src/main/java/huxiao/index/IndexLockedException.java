package huxiao.index;

import java.nio.file.Path;

/** Another process, or another engine of this one, writes to the index. */
public final class IndexLockedException extends RuntimeException {
    /** For the folder of the index. */
    public IndexLockedException(Path folder, Throwable cause) {
        super("the index in " + folder + " is held by another writer; stop it, or open the index for reading", cause);
    }
}
