package huxiao.server.api;

import huxiao.model.Level;
import huxiao.register.ShadowDifference;
import huxiao.register.ShadowPage;
import huxiao.register.ShadowSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a model that is not switched on compares, with a page of its differences.
 *
 * @param model name of the model; empty while none has judged anything
 * @param models all models that something is known of, the newest in front
 * @param judged posts that both models judged
 * @param differing how many of them would have another level
 * @param newPolice how many police would be told of, and are not
 * @param lostPolice how many police are told of, and would not be
 * @param moves how often which level would become which
 * @param items the page, newest first
 * @param total how many differences the filter finds on all pages
 * @param next cursor of the page behind, to be given as {@code after}; empty on the last
 */
@Schema(name = "Shadow")
public record ShadowView(
        String model,
        List<String> models,
        long judged,
        long differing,
        long newPolice,
        long lostPolice,
        List<ShadowSummary.Move> moves,
        List<Difference> items,
        long total,
        String next) {
    static ShadowView of(List<String> models, Optional<ShadowSummary> summary, ShadowPage page) {
        return new ShadowView(
                summary.map(ShadowSummary::model).orElse(""),
                models,
                summary.map(ShadowSummary::judged).orElse(0L),
                summary.map(ShadowSummary::differing).orElse(0L),
                summary.map(ShadowSummary::newPolice).orElse(0L),
                summary.map(ShadowSummary::lostPolice).orElse(0L),
                summary.map(ShadowSummary::moves).orElse(List.of()),
                page.differences().stream().map(Difference::of).toList(),
                page.total(),
                page.next());
    }

    /**
     * A post whose level the model would have changed.
     *
     * @param postId the post
     * @param publishedAt when it was published
     * @param firstSeen when the difference was first met
     * @param before the level that holds
     * @param after the level that the model would give
     * @param categoryBefore main category that holds, empty for none
     * @param categoryAfter the same of the model
     * @param excerpt the author's words, masked and cut
     */
    @Schema(name = "ShadowDifference")
    public record Difference(
            String postId,
            Instant publishedAt,
            Instant firstSeen,
            Level before,
            Level after,
            String categoryBefore,
            String categoryAfter,
            String excerpt) {
        static Difference of(ShadowDifference difference) {
            return new Difference(
                    difference.judgement().postId(),
                    difference.judgement().publishedAt(),
                    difference.firstSeen(),
                    difference.judgement().before(),
                    difference.judgement().after(),
                    difference.judgement().categoryBefore(),
                    difference.judgement().categoryAfter(),
                    difference.judgement().excerpt());
        }
    }
}
