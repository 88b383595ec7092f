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
        Post post;
        try {
            post = parse(line, now);
        } catch (IllegalArgumentException e) {
            tally.add(Tally.REFUSED);
            register.get()
                    .deadLetters()
                    .put("post line", file, PostLine.keepableCause(e.getMessage()), PostLine.keepable(line));
            return;
        }
        // Outside, since what follows in the chain throws through here.
        out.collect(post);
    }

    private Post parse(String line, Instant now) {
        if (LineReader.isTooLong(line)) {
            throw new IllegalArgumentException(LineReader.tooLong());
        }
        Post post = PostLine.parse(line, keys, now);
        if (post.id().codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException(
                    "id: found U+0000 or half of a surrogate pair, allowed: any other character");
        }
        return post.publishedAt().equals(Instant.EPOCH) ? post.publishedAt(now) : post;
    }
}
