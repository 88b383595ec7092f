package huxiao.analysis;

import huxiao.model.Post;
import huxiao.model.School;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Where one text plays: the districts, streets and places it names, and where its source is at home. Not thread safe. */
final class Surroundings {
    /** Farther than any text is long. */
    static final int FAR = Integer.MAX_VALUE;

    private static final List<String> DENIALS = List.of("不是", "不在", "并非", "而非");

    private final String text;
    private final BitSet silent;
    private final String sourceDistrict;
    private final String sourceSchool;
    private final Map<String, Double> nearPlaces = new HashMap<>();
    private final Map<String, NavigableSet<Integer>> occurrences = new HashMap<>();

    /**
     * What one text says.
     *
     * @param silent units that say nothing of where it plays: names of campuses, such as 一中云岭分校
     */
    Surroundings(String text, BitSet silent, List<PlaceFinder.Found> found, PlaceFinder places, Post post) {
        this.text = text;
        this.silent = (BitSet) silent.clone();
        this.sourceDistrict = SchoolNames.key(post.place());
        this.sourceSchool = post.sourceSchool();
        for (PlaceFinder.Found place : found) {
            for (PlaceFinder.Near near : places.around(place.place())) {
                nearPlaces.merge(near.school().code(), places.closeness(near), Math::max);
            }
        }
    }

    /** How far from a name the school's district is named, units; {@link #FAR} when nowhere, or only to deny it. */
    int toDistrict(Locality locality, int start, int end) {
        String district = locality.district();
        if (district.length() < 2) {
            return FAR;
        }
        NavigableSet<Integer> at = occurrences.computeIfAbsent(district, this::occurrences);
        Integer before = at.lower(end);
        Integer after = at.ceiling(end);
        int toBefore = before == null ? FAR : Math.max(0, start - before - district.length());
        int toAfter = after == null ? FAR : after - end;
        return Math.min(toBefore, toAfter);
    }

    private NavigableSet<Integer> occurrences(String place) {
        NavigableSet<Integer> found = new TreeSet<>();
        for (int at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + 1)) {
            int from = at;
            if (!silent.get(at)
                    && DENIALS.stream().noneMatch(denial -> text.startsWith(denial, from - denial.length()))) {
                found.add(at);
            }
        }
        return found;
    }

    /** Whether the school's street or town is named. */
    boolean namesStreet(Locality locality) {
        String street = locality.street();
        return street.length() >= 2
                && !occurrences.computeIfAbsent(street, this::occurrences).isEmpty();
    }

    /** How near the school a place of the gazetteer is named: 1 beside it, 0 when none is. */
    double nearPlace(School school) {
        return nearPlaces.getOrDefault(school.code(), 0.0);
    }

    boolean isSourceDistrict(Locality locality) {
        return !sourceDistrict.isEmpty() && sourceDistrict.equals(locality.wholeDistrict());
    }

    boolean isSource(School school) {
        return school.code().equals(sourceSchool);
    }
}
