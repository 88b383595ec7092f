package huxiao.streaming;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMinimum;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/**
 * Counts what became of posts, by name: as a Flink metric for a running service and as an accumulator for a bounded run's
 * summary. Belongs to one operator instance.
 */
final class Tally {
    /** Prefix of counts of dropped posts; the reason follows. */
    static final String DROPPED = "dropped.";

    /** Posts read from all sources, copies included. */
    static final String READ = "read";

    /** Lines of a file that were no posts. */
    static final String REFUSED = "refused";

    /** Posts judged and handed to the index. */
    static final String KEPT = "kept";

    /** Posts that raised an alert or changed one. */
    static final String RAISED = "alerts.raised";

    /** Posts that joined an alert and changed nothing but its count. */
    static final String JOINED = "alerts.joined";

    /** Posts that a second model judged beside the one that counts. */
    static final String SHADOWED = "shadow.judged";

    /** Posts on which that second model failed. */
    static final String SHADOW_FAILED = "shadow.failed";

    /** Posts that saved searches found, once for each search. */
    static final String FOUND = "searches.found";

    /** Saved searches whose queries cannot be understood any more. */
    static final String UNREADABLE_SEARCHES = "searches.unreadable";

    /** Posts against which saved searches could not be matched. */
    static final String MATCHING_FAILED = "searches.failed";

    /** When the first post was read, epoch milliseconds. */
    static final String FIRST_READ = "first-read";

    private final RuntimeContext context;
    private final Map<String, LongCounter> totals = new LinkedHashMap<>();
    private final Map<String, LongMinimum> earliest = new LinkedHashMap<>();
    private final Map<String, Counter> metrics = new LinkedHashMap<>();

    Tally(RuntimeContext context) {
        this.context = context;
    }

    /** Remembers the earliest of the moments given, epoch milliseconds. */
    void earliest(String name, long millis) {
        LongMinimum known = earliest.computeIfAbsent(name, key -> {
            LongMinimum minimum = new LongMinimum();
            context.addAccumulator(key, minimum);
            return minimum;
        });
        known.add(millis);
    }

    void add(String name) {
        totals.computeIfAbsent(name, context::getLongCounter).add(1);
        metrics.computeIfAbsent(name, key -> context.getMetricGroup().counter(key))
                .inc();
    }
}
