package huxiao.register;

import huxiao.model.Alert;
import java.util.List;
import java.util.Objects;

/**
 * A page of alerts, last seen first, then by id.
 *
 * @param alerts the page
 * @param total how many the filter finds on all pages
 * @param next cursor of the page behind; empty on the last
 */
public record AlertPage(List<Alert> alerts, long total, String next) {
    public AlertPage {
        alerts = List.copyOf(alerts);
        Objects.requireNonNull(next, "next");
    }
}
