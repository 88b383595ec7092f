package huxiao.index.text;

import huxiao.model.Change;
import huxiao.model.Field;
import huxiao.model.Post;
import huxiao.model.Segmenter;
import huxiao.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Marks in a post's own characters what a query looked for. Immutable, thread safe. */
public final class Highlighter {
    private final Segmenter segmenter;
    private final List<Sought> sought;

    /** For what is looked for, none to mark nothing. */
    public Highlighter(Segmenter segmenter, List<? extends Sought> sought) {
        this.segmenter = segmenter;
        this.sought = List.copyOf(sought);
    }

    /**
     * The marks: title first, then text, in order; overlapping ones become one.
     *
     * @param changes where the post was read otherwise than it is written; what was found there is marked as it is written
     */
    public List<Span> highlight(Post post, List<Change> changes) {
        List<Span> spans = new ArrayList<>();
        if (!sought.isEmpty()) {
            for (Field field : Field.values()) {
                mark(field, post.field(field), ReadText.cuts(segmenter, post, field, changes), spans);
            }
        }
        return spans;
    }

    private void mark(Field field, String text, List<CutText> cuts, List<Span> spans) {
        List<Sought.Range> ranges = sought.stream()
                .flatMap(one -> cuts.stream().flatMap(cut -> one.findIn(cut).stream()))
                .filter(range -> range.start() < range.end())
                .sorted(Comparator.comparingInt(Sought.Range::start).thenComparingInt(Sought.Range::end))
                .toList();
        int i = 0;
        while (i < ranges.size()) {
            int start = ranges.get(i).start();
            int end = ranges.get(i).end();
            i++;
            while (i < ranges.size() && ranges.get(i).start() < end) {
                end = Math.max(end, ranges.get(i).end());
                i++;
            }
            spans.add(new Span(field, start, end, text.substring(start, end)));
        }
    }
}
