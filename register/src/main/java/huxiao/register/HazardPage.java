package huxiao.register;

import huxiao.model.Hazard;
import java.util.List;
import java.util.Objects;

/**
 * A page of hazards, earliest due first, then by id.
 *
 * @param hazards the page
 * @param total how many the filter finds on all pages
 * @param next cursor of the page behind; empty on the last
 */
public record HazardPage(List<Hazard> hazards, long total, String next) {
    public HazardPage {
        hazards = List.copyOf(hazards);
        Objects.requireNonNull(next, "next");
    }
}
