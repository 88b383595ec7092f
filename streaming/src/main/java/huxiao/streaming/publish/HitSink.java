package huxiao.streaming.publish;

import huxiao.register.Register;
import huxiao.register.SearchHit;
import huxiao.streaming.DeadLetters;
import huxiao.streaming.JobSettings;
import huxiao.streaming.Openers;
import huxiao.streaming.Resources;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what saved searches find into the register, some hundred at a time and at every checkpoint. Ids are derived from search and
 * post, so that what is written again after a crash changes nothing.
 */
public final class HitSink implements Sink<SearchHit> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(HitSink.class);
    private static final int AT_ONCE = 200;

    private final JobSettings settings;

    /** A sink into the register of {@code settings}. */
    public HitSink(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public SinkWriter<SearchHit> createWriter(WriterInitContext context) {
        return new Writer(Openers.register(settings), context);
    }

    private static final class Writer implements SinkWriter<SearchHit> {
        private final Resources.Lease<Register> register;
        private final WriterInitContext context;
        private final List<SearchHit> waiting = new ArrayList<>();
        private boolean hasFailed;

        Writer(Resources.Lease<Register> register, WriterInitContext context) {
            this.register = register;
            this.context = context;
        }

        @Override
        public void write(SearchHit hit, Context unused) {
            waiting.add(hit);
            if (waiting.size() >= AT_ONCE) {
                flush(false);
            }
        }

        /** An outage is thrown on, as everywhere: the job starts again from its checkpoint. A refused value must not stop it. */
        @Override
        public void flush(boolean endOfInput) {
            try {
                register.get().searches().put(waiting);
                context.metricGroup().getNumRecordsSendCounter().inc(waiting.size());
            } catch (RuntimeException e) {
                if (DeadLetters.isOutage(e)) {
                    throw e;
                }
                context.metricGroup().getNumRecordsSendErrorsCounter().inc(waiting.size());
                if (!hasFailed) {
                    hasFailed = true;
                    LOG.warn(
                            "the register refused {} hits of saved searches; further ones are only counted",
                            waiting.size(),
                            e);
                }
            }
            waiting.clear();
        }

        @Override
        public void close() {
            register.close();
        }
    }
}
