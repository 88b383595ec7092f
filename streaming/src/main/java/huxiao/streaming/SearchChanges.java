package huxiao.streaming;

import huxiao.register.RegisterChange;
import huxiao.register.SearchChange;
import org.apache.flink.api.common.functions.FilterFunction;

/** Changes of saved searches, which {@link MatchSearches} must know; all others are of schools. */
final class SearchChanges implements FilterFunction<RegisterChange> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean filter(RegisterChange change) {
        return change.kind().equals(SearchChange.KIND);
    }
}
