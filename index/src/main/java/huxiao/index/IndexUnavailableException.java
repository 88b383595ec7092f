package huxiao.index;

import java.io.IOException;
import java.io.UncheckedIOException;

/** An engine on another machine does not answer, or refuses to. The same may succeed later. */
public final class IndexUnavailableException extends UncheckedIOException {
    /**
     * For one failed call.
     *
     * @param message what was asked of whom, and what came of it
     */
    public IndexUnavailableException(String message, IOException cause) {
        super(message, cause);
    }
}
