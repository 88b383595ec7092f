package huxiao.index.lucene;

import huxiao.index.Cursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PointValues.PointTree;
import org.apache.lucene.index.PointValues.Relation;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.PriorityQueue;

/**
 * The newest of what was found, posts of one time by their ids. Of few documents the times are read one by one; of many those are looked
 * at that lie last in the tree in which a segment sorts its times, until there are enough: to read the time of each would take longer
 * than to find them. Ids are read where times are equal.
 *
 * <p>For one use.
 */
final class Newest {
    private final int size;
    private final Optional<Cursor> after;
    private final PriorityQueue<Place> places;

    /** The ids of the segment that was looked into last, read up to a document. */
    private SortedDocValues ids;

    private Found.InSegment idsOf;
    private int idsReadTo;

    /** The last of the places, and where its id lies among those: the first that is not smaller. */
    private Place ranked;

    private int rank;

    private Newest(int size, Optional<Cursor> after) {
        this.size = size;
        this.after = after;
        this.places = new PriorityQueue<Place>(size) {
            @Override
            protected boolean lessThan(Place place, Place other) {
                return place.isBehind(other);
            }
        };
    }

    /**
     * The documents, newest first, as the whole index numbers them.
     *
     * @param size how many there are at most, at least 1
     * @param after behind which they stand, if behind any
     */
    static List<Integer> of(Found found, int size, Optional<Cursor> after) throws IOException {
        Newest newest = new Newest(size, after);
        for (Found.InSegment segment : found.segments()) {
            if (segment.isMany()) {
                newest.addMany(segment);
            } else {
                newest.addFew(segment);
            }
        }
        List<Integer> docs = new ArrayList<>();
        while (newest.places.size() > 0) {
            Place last = newest.places.pop();
            docs.add(last.segment.inIndex(last.doc));
        }
        Collections.reverse(docs);
        return docs;
    }

    /** A document among the newest. */
    private static final class Place {
        private final Found.InSegment segment;
        private final int doc;
        private final long time;
        private BytesRef id;

        Place(Found.InSegment segment, int doc, long time) {
            this.segment = segment;
            this.doc = doc;
            this.time = time;
        }

        boolean isBehind(Place other) {
            return time == other.time ? id().compareTo(other.id()) > 0 : time < other.time;
        }

        BytesRef id() {
            if (id == null) {
                try {
                    SortedDocValues ids = DocValues.getSorted(segment.reader(), Fields.ID);
                    ids.advanceExact(doc);
                    id = BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return id;
        }
    }

    private void addFew(Found.InSegment segment) throws IOException {
        NumericDocValues times = DocValues.unwrapSingleton(DocValues.getSortedNumeric(segment.reader(), Fields.TIME));
        for (int i = 0; i < segment.count(); i++) {
            int doc = segment.at(i);
            times.advanceExact(doc);
            add(segment, doc, times.longValue());
        }
    }

    private void addMany(Found.InSegment segment) throws IOException {
        add(segment.reader().getPointValues(Fields.TIME).getPointTree(), new PointValues.IntersectVisitor() {
            @Override
            public void visit(int doc) {
                throw new IllegalStateException("a time is read with every document");
            }

            @Override
            public void visit(int doc, byte[] time) throws IOException {
                if (segment.holds(doc)) {
                    add(segment, doc, LongPoint.decodeDimension(time, 0));
                }
            }

            @Override
            public Relation compare(byte[] first, byte[] last) {
                return mayHold(first, last) ? Relation.CELL_CROSSES_QUERY : Relation.CELL_OUTSIDE_QUERY;
            }
        });
    }

    /** Later times first. */
    private void add(PointTree tree, PointValues.IntersectVisitor visitor) throws IOException {
        if (mayHold(tree.getMinPackedValue(), tree.getMaxPackedValue())) {
            if (tree.moveToChild()) {
                PointTree earlier = tree.clone();
                if (tree.moveToSibling()) {
                    add(tree, visitor);
                }
                add(earlier, visitor);
            } else {
                tree.visitDocValues(visitor);
            }
        }
    }

    /** Whether a time from the first to the last can be among the newest. */
    private boolean mayHold(byte[] first, byte[] last) {
        return (after.isEmpty()
                        || LongPoint.decodeDimension(first, 0) <= after.get().time())
                && (places.size() < size || LongPoint.decodeDimension(last, 0) >= places.top().time);
    }

    private void add(Found.InSegment segment, int doc, long time) throws IOException {
        if (places.size() == size
                && (time < places.top().time || (time == places.top().time && !isBeforeLast(segment, doc)))) {
            return;
        }
        Place place = new Place(segment, doc, time);
        if (after.isPresent() && !isBehind(place, after.get())) {
            return;
        }
        if (places.size() < size) {
            places.add(place);
        } else if (places.top().isBehind(place)) {
            places.updateTop(place);
        }
    }

    /** By the places of ids within the segment, since there may be a whole index of one time. */
    private boolean isBeforeLast(Found.InSegment segment, int doc) throws IOException {
        if (idsOf != segment || doc < idsReadTo) {
            ids = DocValues.getSorted(segment.reader(), Fields.ID);
            ranked = idsOf == segment ? ranked : null;
            idsOf = segment;
        }
        ids.advanceExact(doc);
        idsReadTo = doc;
        if (ranked != places.top()) {
            ranked = places.top();
            int found = ids.lookupTerm(ranked.id());
            rank = found >= 0 ? found : -found - 1;
        }
        return ids.ordValue() < rank;
    }

    private static boolean isBehind(Place place, Cursor cursor) {
        return place.time == cursor.time()
                ? place.id().compareTo(new BytesRef(cursor.id())) > 0
                : place.time < cursor.time();
    }
}
