package huxiao.server.run;

import huxiao.index.Expunged;
import huxiao.index.PostIndex;
import huxiao.model.Json;
import huxiao.register.Register;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forgets one post at the request of whom it concerns (个人信息保护法 art. 47), inside the server: a line with the proof, then a
 * closing line {@code {"total":1}}. A post of an alert is refused, so that nobody can hide what was raised or decided.
 */
public final class ForgetRun {
    /** Its name in {@link Questions}. */
    public static final String COMMAND = "forget";

    private final PostIndex index;
    private final Register register;

    ForgetRun(PostIndex index, Register register) {
        this.index = index;
        this.register = register;
    }

    /** Forgets; the closing line is {@code {"error":message}} when nothing was deleted. */
    void run(String post, String reason, SearchRun.Lines lines) throws IOException {
        if (reason.isBlank()) {
            refuse("a reason is needed; it enters the audit trail", lines);
            return;
        }
        index.refresh();
        if (index.get(post).isEmpty()) {
            refuse("the index holds no post " + post, lines);
            return;
        }
        Optional<String> alert = register.forgetPost(post, "system", reason);
        if (alert.isPresent()) {
            refuse("post " + post + " is evidence of alert " + alert.get() + " and is deleted with it", lines);
            return;
        }
        index.delete(List.of(post));
        index.commit();
        index.refresh();
        Expunged expunged = ProvenExpunge.run(index, register, 1);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("post", post);
        line.put("after", expunged.after());
        line.put("held", expunged.held());
        lines.accept(Json.write(line));
        lines.accept(Json.write(Map.of("total", 1)));
    }

    private static void refuse(String message, SearchRun.Lines lines) throws IOException {
        lines.accept(Json.write(Map.of("error", message)));
    }
}
