package huxiao.index.elasticsearch;

import java.io.IOException;

/**
 * How many documents to ask for at once: twice as many each time, up to a limit, and fewer after an answer that was longer than the
 * client takes (100 MB), since posts may be long.
 */
final class PageSize {
    private final int largest;
    private int size;

    PageSize(int first, int largest) {
        this.size = first;
        this.largest = largest;
    }

    /** Asks for so many documents. */
    interface Ask<T> {
        T of(int size) throws IOException;
    }

    /** The answer with at most {@code wanted} documents. */
    <T> T ask(long wanted, Ask<T> ask) throws IOException {
        while (true) {
            int next = (int) Math.min(size, wanted);
            try {
                T answer = ask.of(next);
                size = Math.min(largest, size * 2);
                return answer;
            } catch (IOException e) {
                if (!Failures.isTooLong(e) || next <= 1) {
                    throw e;
                }
                size = next / 2;
            }
        }
    }
}
