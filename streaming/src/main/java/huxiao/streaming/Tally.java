package huxiao.streaming;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/**
 * Counts what became of posts, by name: as a Flink metric for a running service and as an accumulator for a bounded run's
 * summary. Belongs to one operator instance.
 */
final class Tally {
    /** Prefix of counts of dropped posts; the reason follows. */
    static final String DROPPED = "dropped.";

    private final RuntimeContext context;
    private final Map<String, LongCounter> totals = new LinkedHashMap<>();
    private final Map<String, Counter> metrics = new LinkedHashMap<>();

    Tally(RuntimeContext context) {
        this.context = context;
    }

    void add(String name) {
        totals.computeIfAbsent(name, context::getLongCounter).add(1);
        metrics.computeIfAbsent(name, key -> context.getMetricGroup().counter(key)).inc();
    }
}
