package huxiao.server.api;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Takes posts out of an alert, since they tell of another event.
 *
 * @param posts ids of posts of the alert
 * @param note the reason, may be left out
 * @param revision the revision of the alert that was read; may be left out where If-Match says it, and is then 0
 */
@RequestForm
public record PartForm(
        @Size(min = 1, max = 500) List<String> posts,
        @Size(max = 2000) String note,
        @Min(1) Integer revision) {
    public PartForm {
        posts = List.copyOf(posts);
        revision = revision == null ? Integer.valueOf(0) : revision;
    }
}
