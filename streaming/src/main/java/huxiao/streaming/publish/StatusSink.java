package huxiao.streaming.publish;

import huxiao.index.AlertState;
import huxiao.index.PostIndex;
import huxiao.index.RefusedPostsException;
import huxiao.model.Json;
import huxiao.register.AlertStanding;
import huxiao.register.Register;
import huxiao.register.RegisterChange;
import huxiao.streaming.JobSettings;
import huxiao.streaming.Openers;
import huxiao.streaming.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the index where alerts stand, as people decide. Whether a decision or a post of its alert arrives first makes no difference: the
 * index keeps the higher revision. What was told since the last checkpoint is told again after a crash, and where every alert stands is
 * told at each start, so that an index that was filled from elsewhere knows it too.
 */
public final class StatusSink implements Sink<RegisterChange> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(StatusSink.class);

    /** So many alerts are told of at a time. */
    private static final int BATCH = 1_000;

    /** No decision waits longer for others to be told with, milliseconds. */
    private static final long LINGER = 100;

    private final JobSettings settings;

    /** A sink into the index of {@code settings}. */
    public StatusSink(JobSettings settings) {
        this.settings = settings;
    }

    /** What a change says of where an alert stands. */
    public static AlertState state(RegisterChange change) {
        AlertStanding standing = Json.read(change.payload(), AlertStanding.class);
        return new AlertState(change.id(), standing.status(), change.revision(), standing.mergedInto());
    }

    @Override
    public SinkWriter<RegisterChange> createWriter(WriterInitContext context) {
        return new Writer(Openers.index(settings), Openers.register(settings), context.getProcessingTimeService());
    }

    private static final class Writer implements SinkWriter<RegisterChange> {
        private final Resources.Lease<PostIndex> index;
        private final Resources.Lease<Register> register;
        private final ProcessingTimeService time;
        private final PlacedPosts posts;
        private final List<RegisterChange> batch = new ArrayList<>();
        private Future<?> timer = CompletableFuture.completedFuture(null);
        private boolean committed = true;

        Writer(Resources.Lease<PostIndex> index, Resources.Lease<Register> register, ProcessingTimeService time) {
            this.index = index;
            this.register = register;
            this.time = time;
            this.posts = new PlacedPosts(index.get(), register.get().alerts());
            index.get().recover();
        }

        @Override
        public void write(RegisterChange change, Context unused) {
            if (!change.tellsOfAlert()) {
                return;
            }
            batch.add(change);
            if (batch.size() >= BATCH) {
                send();
            } else if (batch.size() == 1) {
                timer = time.registerTimer(time.getCurrentProcessingTime() + LINGER, now -> send());
            }
        }

        private void send() {
            timer.cancel(false);
            if (batch.isEmpty()) {
                return;
            }
            List<RegisterChange> told = List.copyOf(batch);
            batch.clear();
            committed = false;
            try {
                posts.tell(told);
            } catch (RefusedPostsException e) {
                LOG.warn("posts keep an old status of their alert", e);
            }
        }

        @Override
        public void flush(boolean endOfInput) {
            send();
            if (!committed) {
                index.get().commit();
                committed = true;
            }
        }

        @Override
        public void close() {
            try (index) {
                register.close();
            }
        }
    }
}
