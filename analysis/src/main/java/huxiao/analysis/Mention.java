package huxiao.analysis;

import java.util.Comparator;
import java.util.List;

/**
 * A place in a text where a school of the city is named, with the schools that may be meant.
 *
 * @param start first unit of the text in normal form
 * @param end one past the last
 * @param meant schools with their probabilities, likeliest first; what they lack to 1 is that of a school of another city
 */
record Mention(int start, int end, List<Meant> meant) {
    static final Comparator<Meant> LIKELIEST_FIRST =
            Comparator.comparingDouble(Meant::probability).reversed().thenComparing(Meant::code);

    /** One of the schools that may be meant, 0…1. */
    record Meant(String code, double probability) {}

    Mention {
        meant = List.copyOf(meant);
    }

    /** How likely it is a school of this city at all, 0…1. */
    double ours() {
        return Math.min(1, meant.stream().mapToDouble(Meant::probability).sum());
    }
}
