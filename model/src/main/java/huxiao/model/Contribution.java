package huxiao.model;

import java.util.Objects;

/**
 * One named part of a school's risk.
 *
 * @param kind what it comes from: {@code alert}, {@code hazard}, {@code overdue}, {@code guards}, {@code inspection}
 * @param cause id of the alert or hazard that caused it; the school's code for a shortfall
 * @param label what to show, such as a hazard's title, or an alert's first words once it is shown to somebody who may see it (empty
 *     before); the author's text, to be escaped
 * @param points what it adds before its kind's cap
 * @param counted what it adds after the cap; between 0 and {@code points}
 */
public record Contribution(String kind, String cause, String label, double points, double counted) {
    public Contribution {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(label, "label");
        if (!(counted >= 0 && counted <= points)) {
            throw new IllegalArgumentException("counted lies between 0 and points, found " + counted + " of " + points);
        }
    }
}
