package huxiao.server.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Input that tells before it waits for more, also in the middle of a line. Not thread safe. */
final class WaitingInput extends FilterInputStream {
    private final BeforeWaiting beforeWaiting;

    WaitingInput(InputStream in, BeforeWaiting beforeWaiting) {
        super(in);
        this.beforeWaiting = beforeWaiting;
    }

    /** What is to be done before waiting. */
    @FunctionalInterface
    interface BeforeWaiting {
        void run() throws IOException;
    }

    @Override
    public int read() throws IOException {
        tell();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        tell();
        return super.read(bytes, offset, length);
    }

    private void tell() throws IOException {
        if (available() == 0) {
            beforeWaiting.run();
        }
    }
}
