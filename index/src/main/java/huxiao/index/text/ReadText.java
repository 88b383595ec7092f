package huxiao.index.text;

import huxiao.model.Change;
import huxiao.model.Field;
import huxiao.model.Post;
import huxiao.model.Segmenter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The texts of a post that are searched: title and text as they are written, and each once more as it was read where words were
 * hidden in it (砍 as 坎), so that who seeks the word finds it beside what stands around it. No phrase spans two of them.
 */
public final class ReadText {
    private final StringBuilder text = new StringBuilder();

    /** For each unit of {@link #text} the author's units that it stands for. */
    private final int[] starts;

    private final int[] ends;

    private ReadText(int capacity) {
        starts = new int[capacity];
        ends = new int[capacity];
    }

    /**
     * All cuts of a post, whose tokens point into the author's own text.
     *
     * @param changes where it was read otherwise than it is written; one that does not fit the text, or lies over one before, is passed
     *     over
     */
    public static List<CutText> cuts(Segmenter segmenter, Post post, List<Change> changes) {
        List<CutText> cuts = new ArrayList<>();
        for (Field field : Field.values()) {
            cuts.addAll(cuts(segmenter, post, field, changes));
        }
        return cuts;
    }

    /** The cuts of one field: as it is written, then as it was read if that makes other words of it. */
    static List<CutText> cuts(Segmenter segmenter, Post post, Field field, List<Change> changes) {
        String written = post.field(field);
        CutText cut = CutText.of(segmenter, written);
        List<Change> here = changes.stream()
                .filter(change -> change.span().field() == field)
                .filter(change -> !change.span().isEmpty())
                .filter(change ->
                        written.startsWith(change.span().text(), change.span().start()))
                .sorted(Comparator.comparingInt(change -> change.span().start()))
                .toList();
        if (here.isEmpty()) {
            return List.of(cut);
        }
        CutText read = of(written, here).cut(segmenter);
        return read.saysTheSameAs(cut) ? List.of(cut) : List.of(cut, read);
    }

    private static ReadText of(String written, List<Change> changes) {
        int read = changes.stream().mapToInt(change -> change.read().length()).sum();
        ReadText text = new ReadText(written.length() + read);
        int at = 0;
        for (Change change : changes) {
            if (change.span().start() >= at) {
                text.copy(written, at, change.span().start());
                text.put(change.read(), change.span().start(), change.span().end());
                at = change.span().end();
            }
        }
        text.copy(written, at, written.length());
        return text;
    }

    private void copy(String written, int from, int to) {
        for (int i = from; i < to; i++) {
            put(written.substring(i, i + 1), i, i + 1);
        }
    }

    private void put(String read, int start, int end) {
        Arrays.fill(starts, text.length(), text.length() + read.length(), start);
        Arrays.fill(ends, text.length(), text.length() + read.length(), end);
        text.append(read);
    }

    private CutText cut(Segmenter segmenter) {
        return CutText.of(segmenter, text.toString()).moved(this::placed);
    }

    /** Of several words that one sign stands for, such as ㍿, all but the first are nowhere: behind what stands before them. */
    private Token placed(Token token) {
        int end = token.end() == 0 ? 0 : ends[token.end() - 1];
        int start = token.start() < token.end() ? starts[token.start()] : end;
        return new Token(token.text(), token.position(), start, end);
    }
}
