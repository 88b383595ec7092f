package huxiao.streaming;

import huxiao.index.IndexedPost;
import huxiao.model.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets no older version of a post follow a newer one into the index: a harmless version comes straight, a dangerous one by way of
 * its alert, and one may overtake the other. Keyed by post id; keeps one time for each post, for a limited time. What the index
 * would never take ends here.
 */
final class Newest extends KeyedProcessFunction<String, Judged, Judged> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;
    private final Duration memory;
    private transient ValueState<Instant> newest;
    private transient DeadLetters deadLetters;
    private transient Tally tally;

    Newest(JobSettings settings) {
        this.settings = settings;
        this.memory = settings.pipeline().collectMemory();
    }

    @Override
    public void open(OpenContext context) {
        deadLetters = new DeadLetters(settings);
        ValueStateDescriptor<Instant> descriptor = new ValueStateDescriptor<>("newest", Types.INSTANT);
        descriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(memory).useProcessingTime().build());
        newest = getRuntimeContext().getState(descriptor);
        tally = new Tally(getRuntimeContext());
    }

    @Override
    public void close() {
        if (deadLetters != null) {
            deadLetters.close();
        }
    }

    @Override
    public void processElement(Judged judged, Context context, Collector<Judged> out) throws Exception {
        Post post = judged.post();
        Instant known = newest.value();
        if (known != null && known.isAfter(post.collectedAt())) {
            tally.add(Tally.DROPPED + "older version");
            return;
        }
        Optional<IndexedPost> fits = deadLetters.unlessPoison("index", post, judged::indexed);
        if (fits.isEmpty()) {
            tally.add(Tally.REFUSED);
            return;
        }
        newest.update(post.collectedAt());
        tally.add(Tally.KEPT);
        out.collect(judged);
    }
}
