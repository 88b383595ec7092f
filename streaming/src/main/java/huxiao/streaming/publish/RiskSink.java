package huxiao.streaming.publish;

import huxiao.model.SchoolRisk;
import huxiao.register.Register;
import huxiao.streaming.JobSettings;
import huxiao.streaming.Openers;
import huxiao.streaming.Resources;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes each school's merged risk into the register, where console and API read it. */
public final class RiskSink implements Sink<SchoolRisk> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;

    /** A sink into the register of {@code settings}. */
    public RiskSink(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public SinkWriter<SchoolRisk> createWriter(WriterInitContext context) {
        return new Writer(Openers.register(settings));
    }

    private record Writer(Resources.Lease<Register> register) implements SinkWriter<SchoolRisk> {
        @Override
        public void write(SchoolRisk risk, Context context) {
            register.get().risks().put(risk);
        }

        @Override
        public void flush(boolean endOfInput) {
            // Every risk is committed as it is written.
        }

        @Override
        public void close() {
            register.close();
        }
    }
}
