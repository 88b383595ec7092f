package huxiao.index.lucene;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands terms that are already cut to Lucene; used again for one document after the other. */
final class PlacedStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private List<Placed> terms = List.of();
    private int next;
    private int position;

    /** The terms of the next document, by rising position. */
    void set(List<Placed> placed) {
        terms = placed;
    }

    @Override
    public void reset() {
        next = 0;
        position = -1;
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.size()) {
            return false;
        }
        Placed placed = terms.get(next++);
        clearAttributes();
        term.append(placed.term());
        increment.setPositionIncrement(placed.position() - position);
        position = placed.position();
        return true;
    }
}
