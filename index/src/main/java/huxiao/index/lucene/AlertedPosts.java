package huxiao.index.lucene;

import huxiao.index.AlertState;
import huxiao.index.query.PostStatus;
import huxiao.model.AlertStatus;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** Goes through posts of alerts and tells where each has its alert, without reading the posts themselves. */
final class AlertedPosts {
    private AlertedPosts() {}

    /** Takes one post: its document in the searcher, and what it says of its alert. */
    interface Visitor {
        void visit(int doc, AlertState state) throws IOException;
    }

    /** Visits those of the posts that a query finds which have an alert. */
    static void visit(IndexSearcher searcher, Query query, Visitor visitor) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                visit(leaf, scorer.iterator(), visitor);
            }
        }
    }

    private static void visit(LeafReaderContext leaf, DocIdSetIterator docs, Visitor visitor) throws IOException {
        LeafReader reader = leaf.reader();
        Bits live = reader.getLiveDocs();
        SortedDocValues alerts = DocValues.getSorted(reader, Fields.ALERT);
        SortedSetDocValues statuses = DocValues.getSortedSet(reader, Fields.STATUS);
        NumericDocValues revisions = DocValues.getNumeric(reader, Fields.REVISION);
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if ((live == null || live.get(doc))
                    && alerts.advanceExact(doc)
                    && statuses.advanceExact(doc)
                    && revisions.advanceExact(doc)) {
                String alert = alerts.lookupOrd(alerts.ordValue()).utf8ToString();
                PostStatus status =
                        PostStatus.of(statuses.lookupOrd(statuses.nextOrd()).utf8ToString());
                AlertState state = AlertState.of(
                        alert, AlertStatus.valueOf(status.name()), Math.toIntExact(revisions.longValue()));
                visitor.visit(leaf.docBase + doc, state);
            }
        }
    }
}
