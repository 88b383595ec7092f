package huxiao.streaming.publish;

import huxiao.register.Register;
import huxiao.register.ShadowJudgement;
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
 * Writes what a second model says into the register, some hundred at a time and at every checkpoint. Ids are derived from content, so
 * that what is written again after a crash changes nothing.
 */
public final class ShadowSink implements Sink<ShadowJudgement> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ShadowSink.class);
    private static final int AT_ONCE = 200;

    private final JobSettings settings;

    /** A sink into the register of {@code settings}. */
    public ShadowSink(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public SinkWriter<ShadowJudgement> createWriter(WriterInitContext context) {
        return new Writer(Openers.register(settings), context);
    }

    private static final class Writer implements SinkWriter<ShadowJudgement> {
        private final Resources.Lease<Register> register;
        private final WriterInitContext context;
        private final List<ShadowJudgement> waiting = new ArrayList<>();
        private boolean hasFailed;

        Writer(Resources.Lease<Register> register, WriterInitContext context) {
            this.register = register;
            this.context = context;
        }

        @Override
        public void write(ShadowJudgement judgement, Context unused) {
            waiting.add(judgement);
            if (waiting.size() >= AT_ONCE) {
                flush(false);
            }
        }

        /** An outage is thrown on, as everywhere: the job starts again from its checkpoint. A refused value must not stop it. */
        @Override
        public void flush(boolean endOfInput) {
            try {
                register.get().shadow().put(waiting);
                context.metricGroup().getNumRecordsSendCounter().inc(waiting.size());
            } catch (RuntimeException e) {
                if (DeadLetters.isOutage(e)) {
                    throw e;
                }
                context.metricGroup().getNumRecordsSendErrorsCounter().inc(waiting.size());
                if (!hasFailed) {
                    hasFailed = true;
                    LOG.warn(
                            "the register refused {} judgements of the shadow model; further ones are only counted",
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
