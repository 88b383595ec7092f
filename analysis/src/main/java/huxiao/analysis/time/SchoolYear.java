package huxiao.analysis.time;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The days of a school's year that people name times by: 国庆, 中考, 开学. Examinations and terms have their usual days; a bureau's
 * own may differ by some days. Pure.
 */
final class SchoolYear {
    /** Days in a row. */
    record Days(LocalDate first, int count) {
        LocalDate end() {
            return first.plusDays(count);
        }
    }

    private record Yearly(MonthDay first, int count) {}

    private static final Map<String, List<Yearly>> FIXED = Map.ofEntries(
            Map.entry("元旦", List.of(yearly(1, 1, 1))),
            Map.entry("寒假", List.of(yearly(1, 20, 30))),
            Map.entry("清明", List.of(yearly(4, 4, 2))),
            Map.entry("五一", List.of(yearly(5, 1, 5))),
            Map.entry("劳动节", List.of(yearly(5, 1, 5))),
            Map.entry("六一", List.of(yearly(6, 1, 1))),
            Map.entry("儿童节", List.of(yearly(6, 1, 1))),
            Map.entry("高考", List.of(yearly(6, 7, 3))),
            Map.entry("中考", List.of(yearly(6, 15, 4))),
            Map.entry("暑假", List.of(yearly(7, 5, 57))),
            Map.entry("教师节", List.of(yearly(9, 10, 1))),
            Map.entry("国庆", List.of(yearly(10, 1, 7))),
            Map.entry("十一", List.of(yearly(10, 1, 7))),
            Map.entry("平安夜", List.of(yearly(12, 24, 1))),
            Map.entry("圣诞", List.of(yearly(12, 25, 1))),
            Map.entry("开学", List.of(yearly(2, 25, 4), yearly(9, 1, 1))),
            Map.entry("期中", List.of(yearly(4, 20, 10), yearly(11, 5, 10))),
            Map.entry("期末", List.of(yearly(1, 8, 10), yearly(6, 24, 8))));

    /** Days of the moon calendar, which the JDK has no table for: first day of each from 2024 on. */
    private static final Map<String, List<LocalDate>> LUNAR = Map.of(
            "春节",
            dates("2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23"),
            "除夕",
            dates("2024-02-09 2025-01-28 2026-02-16 2027-02-05 2028-01-25 2029-02-12 2030-02-02 2031-01-22"),
            "元宵",
            dates("2024-02-24 2025-02-12 2026-03-03 2027-02-20 2028-02-09 2029-02-27 2030-02-17 2031-02-06"),
            "端午",
            dates("2024-06-10 2025-05-31 2026-06-19 2027-06-09 2028-05-28 2029-06-16 2030-06-05"),
            "中秋",
            dates("2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03 2029-09-22 2030-09-12"));

    private static final Map<String, String> ALSO = Map.of("过年", "春节", "大年三十", "除夕");
    /** So long after its last day a day named without a year still is the one just gone. */
    private static final int STILL_MEANT = 7;

    private SchoolYear() {}

    private static Yearly yearly(int month, int day, int count) {
        return new Yearly(MonthDay.of(month, day), count);
    }

    private static List<LocalDate> dates(String dates) {
        return List.of(dates.split(" ")).stream().map(LocalDate::parse).toList();
    }

    /** The days that a name means when it is used on {@code today}: those just gone, else the next; empty where no table knows. */
    static Optional<Days> named(String name, LocalDate today) {
        String key = ALSO.getOrDefault(name, name);
        if (LUNAR.containsKey(key)) {
            return LUNAR.get(key).stream()
                    .map(first -> new Days(first, 1))
                    .filter(days -> isMeant(days, today))
                    .findFirst();
        }
        return List.of(today.getYear() - 1, today.getYear(), today.getYear() + 1).stream()
                .flatMap(year -> FIXED.getOrDefault(key, List.of()).stream()
                        .map(each -> new Days(each.first().atYear(year), each.count())))
                .filter(days -> isMeant(days, today))
                .findFirst();
    }

    private static boolean isMeant(Days days, LocalDate today) {
        long gone = ChronoUnit.DAYS.between(days.end(), today);
        return gone < STILL_MEANT && -gone < 400;
    }
}
