package huxiao.server.web.console;

import huxiao.index.Facets;
import huxiao.index.query.HourOfWeek;
import huxiao.server.web.access.PostFacet;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * At which hours of the week posts were published, a row for each day.
 *
 * @param days Monday first
 */
record WeekGrid(List<Day> days) {
    private static final int SHADES = 4;

    WeekGrid {
        days = List.copyOf(days);
    }

    /** A day's name and its hours, midnight first. */
    record Day(String name, List<Hour> hours) {}

    /**
     * One hour of one day.
     *
     * @param label day, hour and count in words
     * @param count how many posts
     * @param shade 0 for none, up to 4 for as many as the fullest hour has
     * @param query what to search for to see just them; empty when there are none or that is too long
     */
    record Hour(String label, long count, int shade, Optional<String> query) {}

    static WeekGrid of(Facets facets, Narrowing narrowing, PageText text) {
        long most = facets.hoursOfWeek().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        List<Day> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = text.of("weekday." + day.getValue());
            List<Hour> hours = IntStream.range(0, HourOfWeek.PER_DAY)
                    .mapToObj(hour -> hour(day, hour, name, most, facets, narrowing, text))
                    .toList();
            days.add(new Day(name, hours));
        }
        return new WeekGrid(days);
    }

    private static Hour hour(
            DayOfWeek day, int hour, String name, long most, Facets facets, Narrowing narrowing, PageText text) {
        int hourOfWeek = HourOfWeek.of(day, hour);
        long count = facets.hoursOfWeek().getOrDefault(hourOfWeek, 0L);
        Optional<String> query = count == 0
                ? Optional.empty()
                : narrowing.with(PostFacet.HOUR_OF_WEEK.clause(String.valueOf(hourOfWeek)));
        int shade = (int) ((count * SHADES + most - 1) / most);
        return new Hour(text.of("posts.hour", name, hour, count), count, shade, query);
    }
}
