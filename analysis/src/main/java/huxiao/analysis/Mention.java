package huxiao.analysis;

import java.util.List;

/**
 * A place in a text where a school of the city is named, with the schools that may be meant.
 *
 * @param start first unit of the text in normal form
 * @param end one past the last
 * @param meant schools with their probabilities, likeliest first
 */
record Mention(int start, int end, List<Meant> meant) {
    /** One of the schools that may be meant, 0…1. */
    record Meant(String code, double probability) {}

    Mention {
        meant = List.copyOf(meant);
    }
}
