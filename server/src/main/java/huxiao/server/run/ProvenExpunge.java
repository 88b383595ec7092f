package huxiao.server.run;

import huxiao.index.Expunged;
import huxiao.index.PostIndex;
import huxiao.model.Json;
import huxiao.register.Register;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets text of deleted posts vanish from the index's files, and keeps the figures that prove it in the audit trail. */
final class ProvenExpunge {
    private static final Logger LOG = LoggerFactory.getLogger(ProvenExpunge.class);

    private ProvenExpunge() {}

    /** Runs it after {@code posts} posts were deleted from the index. */
    static Expunged run(PostIndex index, Register register, long posts) {
        Expunged expunged = index.expunge();
        register.audit().write("system", "retention.expunged", "", figures(posts, expunged));
        if (expunged.isComplete()) {
            LOG.info("no text of deleted posts is left in the index; {}", expunged);
        } else {
            LOG.warn("text of deleted posts is left in the index until the next run of the deletion job; {}", expunged);
        }
        return expunged;
    }

    /** In fields, so that whoever answers for data protection can add them up. */
    private static String figures(long posts, Expunged expunged) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("posts", posts);
        figures.put("before", expunged.before());
        figures.put("after", expunged.after());
        figures.put("rewrittenBytes", expunged.rewritten());
        figures.put("held", expunged.held());
        figures.put("milliseconds", expunged.took().toMillis());
        return Json.write(figures);
    }
}
