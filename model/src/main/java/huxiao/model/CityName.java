package huxiao.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a city's own name from its schools: the commonest X in "X市…" over names, divisions, bureaus and police units. */
final class CityName {
    private static final Pattern CITY = Pattern.compile("^([\\p{IsHan}]{2,4}?)市");

    private CityName() {}

    static String of(Collection<School> schools) {
        Map<String, Integer> counts = new HashMap<>();
        for (School school : schools) {
            Stream.of(school.name(), school.division(), school.educationBureau(), school.policeUnit())
                    .map(CITY::matcher)
                    .filter(Matcher::find)
                    .map(match -> match.group(1))
                    .distinct()
                    .forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
