package huxiao.streaming.publish;

import huxiao.register.SearchHit;
import huxiao.streaming.JobSettings;
import huxiao.streaming.Openers;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes what saved searches find into the register. Ids are derived from search and post. */
public final class HitSink implements Sink<SearchHit> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;

    /** A sink into the register of {@code settings}. */
    public HitSink(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public SinkWriter<SearchHit> createWriter(WriterInitContext context) {
        int most = settings.pipeline().hitsKept();
        return new RegisterWriter<>(
                Openers.register(settings), context, "hits of saved searches", (register, some) -> register.searches()
                        .put(some, most));
    }
}
