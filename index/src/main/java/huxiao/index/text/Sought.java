package huxiao.index.text;

import java.util.List;

/** What a query looks for in a text. */
public interface Sought {
    /** Where it stands in a text. */
    List<Range> findIn(CutText text);

    /** Whether it stands anywhere in a text. */
    boolean isIn(CutText text);

    /**
     * A stretch of a text.
     *
     * @param start first UTF-16 unit
     * @param end one past the last unit
     */
    record Range(int start, int end) {}
}
