package huxiao.server.run;

import huxiao.model.Json;
import huxiao.register.Register;
import huxiao.register.ShadowDifference;
import huxiao.register.ShadowFilter;
import huxiao.register.ShadowFilter.Turn;
import huxiao.register.ShadowJudgement;
import huxiao.register.ShadowPage;
import huxiao.register.ShadowSummary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the newest shadow model would have said otherwise, inside the server or over the register of a stopped one: a line with the
 * counts, one line for each difference, newest first, then a closing line {@code {"total":n}}.
 */
public final class ShadowRun {
    /** What the command is called over the control socket. */
    public static final String COMMAND = "shadow";

    private static final int PAGE = 500;

    private final Register register;

    /** A listing from a register. */
    public ShadowRun(Register register) {
        this.register = register;
    }

    /** Hands out the differences; {@code limit} at most, negative for all. */
    public void run(Turn turn, long limit, SearchRun.Lines lines) throws IOException {
        List<String> models = register.shadow().models();
        Optional<ShadowSummary> summary =
                models.isEmpty() ? Optional.empty() : register.shadow().summary(models.get(0));
        if (summary.isEmpty()) {
            lines.accept(Json.write(Map.of("total", 0)));
            return;
        }
        lines.accept(line(summary.get()));
        ShadowFilter filter = ShadowFilter.of(summary.get().model()).with(turn).page(PAGE, "");
        long left = limit < 0 ? Long.MAX_VALUE : limit;
        ShadowPage page = register.shadow().list(filter);
        long total = page.total();
        while (true) {
            for (ShadowDifference difference : page.differences()) {
                if (left-- > 0) {
                    lines.accept(line(difference.judgement()));
                }
            }
            if (left <= 0 || page.next().isEmpty()) {
                break;
            }
            page = register.shadow().list(filter.page(PAGE, page.next()));
        }
        lines.accept(Json.write(Map.of("total", total)));
    }

    /** The counts as one line. */
    public static String line(ShadowSummary summary) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("model", summary.model());
        line.put("judged", summary.judged());
        line.put("differing", summary.differing());
        line.put("newPolice", summary.newPolice());
        line.put("lostPolice", summary.lostPolice());
        line.put("moves", summary.moves());
        return Json.write(line);
    }

    /** A difference as one line. */
    public static String line(ShadowJudgement judgement) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", judgement.postId());
        line.put("publishedAt", judgement.publishedAt());
        line.put("before", judgement.before());
        line.put("after", judgement.after());
        line.put("categoryBefore", judgement.categoryBefore());
        line.put("categoryAfter", judgement.categoryAfter());
        line.put("excerpt", judgement.excerpt());
        return Json.write(line);
    }
}
