package huxiao.server.api;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Reason;
import huxiao.model.Route;
import huxiao.model.SchoolLink;
import huxiao.model.Stance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An alert as the API gives it: everything but the author's key.
 *
 * @param id its id
 * @param revision rises with every change that matters; name it when you decide
 * @param status unverified until a person has looked at it
 * @param level how urgent
 * @param categories kinds of danger, the main one in front
 * @param stance of the leading post
 * @param routes who is told
 * @param schools codes of linked schools; empty when the school is unclear
 * @param candidates codes of schools that may be meant
 * @param nearby those of both that the leading post does not name: it names a place near them
 * @param post the leading post
 * @param reasons why it was judged so
 * @param score log-odds of danger
 * @param copies how many posts tell of it
 * @param firstSeen earliest time among its posts
 * @param lastSeen latest time among its posts
 * @param historic too old to be sent when first seen
 * @param mergedInto id of the alert it was merged into, else empty
 */
@Schema(name = "Alert")
public record AlertView(
        String id,
        int revision,
        AlertStatus status,
        Level level,
        List<Category> categories,
        Stance stance,
        List<Route> routes,
        List<String> schools,
        List<String> candidates,
        List<NearbyView> nearby,
        LeadingPost post,
        List<ReasonView> reasons,
        double score,
        int copies,
        Instant firstSeen,
        Instant lastSeen,
        boolean historic,
        String mergedInto) {

    /** The post in front; text and title are the author's, masked, and must be escaped where they are shown. */
    @Schema(name = "LeadingPost")
    public record LeadingPost(
            String id,
            String source,
            String url,
            String title,
            String text,
            String place,
            Instant publishedAt,
            Instant collectedAt) {
        static LeadingPost of(Post post) {
            return new LeadingPost(
                    post.id(),
                    post.source(),
                    post.url(),
                    post.title(),
                    post.text(),
                    post.place(),
                    post.publishedAt(),
                    post.collectedAt());
        }
    }

    /** A stretch of the post, in UTF-16 units of its field, and what it added to the score in log-odds. */
    @Schema(name = "Reason")
    public record ReasonView(String field, int start, int end, String text, String reason, double weight) {
        static ReasonView of(Reason reason) {
            return new ReasonView(
                    reason.span().field().wireName(),
                    reason.span().start(),
                    reason.span().end(),
                    reason.span().text(),
                    reason.reason(),
                    reason.weight());
        }
    }

    /**
     * A school that is known by a place near it alone.
     *
     * @param code of the school
     * @param place as the author calls it
     * @param metres from the place to the school
     * @param probability that the post concerns the school, 0 to 1
     */
    @Schema(name = "Nearby")
    public record NearbyView(String code, String place, int metres, double probability) {
        static NearbyView of(SchoolLink link) {
            return new NearbyView(link.code(), link.mention().text(), link.metres(), link.probability());
        }
    }

    static AlertView of(Alert alert) {
        return new AlertView(
                alert.id(),
                alert.revision(),
                alert.status(),
                alert.level(),
                alert.categories(),
                alert.stance(),
                alert.routes(),
                alert.schools(),
                alert.candidates(),
                Stream.concat(alert.schools().stream(), alert.candidates().stream())
                        .flatMap(code -> alert.nearby(code).stream())
                        .map(NearbyView::of)
                        .toList(),
                LeadingPost.of(alert.post()),
                alert.reasons().stream().map(ReasonView::of).toList(),
                alert.score(),
                alert.copies(),
                alert.firstSeen(),
                alert.lastSeen(),
                alert.historic(),
                alert.mergedInto());
    }
}
