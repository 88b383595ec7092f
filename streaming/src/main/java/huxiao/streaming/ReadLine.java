package huxiao.streaming;

import huxiao.analysis.wire.PostLine;
import huxiao.model.AuthorKeys;
import huxiao.model.Post;
import huxiao.register.Register;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Turns a line of JSON into a post; what is no post is kept as a dead letter with its cause, and the run goes on. */
final class ReadLine extends ProcessFunction<String, Post> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;
    private final String file;
    private final String authorKey;
    private transient Resources.Lease<Register> register;
    private transient AuthorKeys keys;
    private transient Tally tally;

    ReadLine(JobSettings settings, String file, String authorKey) {
        this.settings = settings;
        this.file = file;
        this.authorKey = authorKey;
    }

    @Override
    public void open(OpenContext context) {
        register = Openers.register(settings);
        keys = new AuthorKeys(
                authorKey.getBytes(StandardCharsets.UTF_8), settings.pipeline().collectMemory());
        tally = new Tally(getRuntimeContext());
    }

    @Override
    public void close() {
        if (register != null) {
            register.close();
        }
    }

    @Override
    public void processElement(String line, Context context, Collector<Post> out) {
        Instant now = settings.clock().instant();
        try {
            Post post = PostLine.parse(line, keys, now);
            out.collect(post.publishedAt().equals(Instant.EPOCH) ? post.publishedAt(now) : post);
        } catch (IllegalArgumentException e) {
            tally.add(Tally.REFUSED);
            register.get()
                    .deadLetters()
                    .put("post line", file, PostLine.keepableCause(e.getMessage()), PostLine.keepable(line));
        }
    }
}
