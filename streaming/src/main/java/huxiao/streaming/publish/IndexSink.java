package huxiao.streaming.publish;

import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.streaming.DeadLetters;
import huxiao.streaming.JobSettings;
import huxiao.streaming.Judged;
import huxiao.streaming.Openers;
import huxiao.streaming.Resources;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes judged posts into the index. They are searchable at once on the shared writer and durable with the checkpoint, which
 * commits; what was written since the last commit is read again after a crash.
 */
public final class IndexSink implements Sink<Judged> {
    private static final long serialVersionUID = 1;

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
        private final DeadLetters deadLetters;
        private final WriterInitContext context;

        Writer(JobSettings settings, WriterInitContext context) {
            this.index = Openers.index(settings);
            this.deadLetters = new DeadLetters(settings);
            this.context = context;
            // The job starts from its checkpoint, whose posts were committed; whatever an outage took is written again.
            index.get().recover();
        }

        @Override
        public void write(Judged judged, Context unused) {
            deadLetters
                    .unlessPoison("index", judged.post(), () -> {
                        index.get().put(List.of(new IndexedPost(judged.post(), judged.assessment(), judged.alertId())));
                        return judged;
                    })
                    .ifPresent(written ->
                            context.metricGroup().getNumRecordsSendCounter().inc());
        }

        @Override
        public void flush(boolean endOfInput) {
            index.get().commit();
        }

        @Override
        public void close() {
            index.close();
            deadLetters.close();
        }
    }
}
