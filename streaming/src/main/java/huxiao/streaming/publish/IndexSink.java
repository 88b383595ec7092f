package huxiao.streaming.publish;

import huxiao.index.PostIndex;
import huxiao.register.Register;
import huxiao.streaming.DeadLetters;
import huxiao.streaming.JobSettings;
import huxiao.streaming.Judged;
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

/**
 * Writes judged posts into the index, a few at a time, since an engine on another machine is asked once for all of them. They are
 * searchable soon after and durable with the checkpoint, which commits; what was written since the last commit is read again after a
 * crash. While the engine does not take them, the stream waits.
 */
public final class IndexSink implements Sink<Judged> {
    private static final long serialVersionUID = 1;

    /** So many posts are written at a time. */
    private static final int BATCH = 500;

    /** No post waits longer for others to be written with, milliseconds. */
    private static final long LINGER = 100;

    private final JobSettings settings;

    /** A sink into the index of {@code settings}. */
    public IndexSink(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public SinkWriter<Judged> createWriter(WriterInitContext context) {
        return new Writer(settings, context);
    }

    private static final class Writer implements SinkWriter<Judged> {
        private final Resources.Lease<PostIndex> index;
        private final Resources.Lease<Register> register;
        private final PlacedPosts posts;
        private final DeadLetters deadLetters;
        private final WriterInitContext context;
        private final List<Judged> batch = new ArrayList<>(BATCH);

        /** Sends what stands in the batch. */
        private Future<?> timer = CompletableFuture.completedFuture(null);

        Writer(JobSettings settings, WriterInitContext context) {
            this.index = Openers.index(settings);
            this.register = Openers.register(settings);
            this.posts = new PlacedPosts(index.get(), register.get().alerts());
            this.deadLetters = new DeadLetters(settings);
            this.context = context;
            // The job starts from its checkpoint, whose posts were committed; whatever an outage took is written again.
            index.get().recover();
        }

        @Override
        public void write(Judged judged, Context unused) {
            batch.add(judged);
            if (batch.size() >= BATCH) {
                send();
            } else if (batch.size() == 1) {
                ProcessingTimeService time = context.getProcessingTimeService();
                timer = time.registerTimer(time.getCurrentProcessingTime() + LINGER, now -> send());
            }
        }

        private void send() {
            timer.cancel(false);
            List<Judged> sent = List.copyOf(batch);
            batch.clear();
            try {
                put(sent);
            } catch (RuntimeException e) {
                if (DeadLetters.isOutage(e)) {
                    throw e;
                }
                putEach(sent);
            } catch (StackOverflowError e) {
                putEach(sent);
            }
        }

        /** One by one, so that only the culprit is put aside. */
        private void putEach(List<Judged> sent) {
            for (Judged one : sent) {
                deadLetters.unlessPoison("index", one.post(), () -> {
                    put(List.of(one));
                    return one;
                });
            }
        }

        private void put(List<Judged> sent) {
            posts.put(sent.stream().map(Judged::indexed).toList());
            context.metricGroup().getNumRecordsSendCounter().inc(sent.size());
        }

        @Override
        public void flush(boolean endOfInput) {
            send();
            index.get().commit();
        }

        @Override
        public void close() {
            index.close();
            register.close();
            deadLetters.close();
        }
    }
}
