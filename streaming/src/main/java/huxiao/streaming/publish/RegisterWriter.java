package huxiao.streaming.publish;

import huxiao.register.Register;
import huxiao.streaming.DeadLetters;
import huxiao.streaming.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what stands beside the way to the police into the register, some hundred at a time and at every checkpoint. What is written
 * again after a crash must change nothing.
 */
final class RegisterWriter<T> implements SinkWriter<T> {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterWriter.class);
    private static final int AT_ONCE = 200;

    private final Resources.Lease<Register> register;
    private final WriterInitContext context;
    private final String what;
    private final BiConsumer<Register, List<T>> put;
    private final List<T> waiting = new ArrayList<>();
    private boolean hasFailed;

    /**
     * A writer into the register.
     *
     * @param what is written, for the log
     * @param put writes some
     */
    RegisterWriter(
            Resources.Lease<Register> register,
            WriterInitContext context,
            String what,
            BiConsumer<Register, List<T>> put) {
        this.register = register;
        this.context = context;
        this.what = what;
        this.put = put;
    }

    @Override
    public void write(T element, Context unused) {
        waiting.add(element);
        if (waiting.size() >= AT_ONCE) {
            flush(false);
        }
    }

    /** An outage is thrown on, as everywhere: the job starts again from its checkpoint. A refused value must not stop it. */
    @Override
    public void flush(boolean endOfInput) {
        try {
            put.accept(register.get(), waiting);
            context.metricGroup().getNumRecordsSendCounter().inc(waiting.size());
        } catch (RuntimeException e) {
            if (DeadLetters.isOutage(e)) {
                throw e;
            }
            context.metricGroup().getNumRecordsSendErrorsCounter().inc(waiting.size());
            if (!hasFailed) {
                hasFailed = true;
                LOG.warn("the register refused {} {}; further ones are only counted", waiting.size(), what, e);
            }
        }
        waiting.clear();
    }

    @Override
    public void close() {
        register.close();
    }
}
