package huxiao.streaming;

import huxiao.model.Post;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Stage 1: lets each version of a post in once. Keyed by post id; keeps one hash for each post, for a limited time. */
final class Collect extends KeyedProcessFunction<String, Post, Post> {
    private static final long serialVersionUID = 1;

    private final Duration memory;
    private transient ValueState<String> lastVersion;
    private transient Tally tally;

    Collect(Duration memory) {
        this.memory = memory;
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<String> descriptor = new ValueStateDescriptor<>("last-version", String.class);
        descriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(memory).useProcessingTime().build());
        lastVersion = getRuntimeContext().getState(descriptor);
        tally = new Tally(getRuntimeContext());
    }

    @Override
    public void processElement(Post post, Context context, Collector<Post> out) throws Exception {
        tally.add(Tally.READ);
        tally.earliest(Tally.FIRST_READ, System.currentTimeMillis());
        if (post.version().equals(lastVersion.value())) {
            tally.add(Tally.DROPPED + "seen before");
            return;
        }
        lastVersion.update(post.version());
        out.collect(post);
    }
}
