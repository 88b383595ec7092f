package huxiao.streaming.publish;

import huxiao.register.ShadowJudgement;
import huxiao.streaming.JobSettings;
import huxiao.streaming.Openers;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes what a second model says into the register. Ids are derived from content. */
public final class ShadowSink implements Sink<ShadowJudgement> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;

    /** A sink into the register of {@code settings}. */
    public ShadowSink(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public SinkWriter<ShadowJudgement> createWriter(WriterInitContext context) {
        return new RegisterWriter<>(
                Openers.register(settings),
                context,
                "judgements of the shadow model",
                (register, some) -> register.shadow().put(some));
    }
}
