package huxiao.index;

import huxiao.index.query.SchoolLookup;
import huxiao.index.text.Keyword;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Under which districts a post counts: those of its schools and that of its source, so that each count is what {@code 区:} finds.
 * A district without schools is named as sources name it, in the form that is compared.
 */
public final class Districts {
    private final List<String> names;
    private final Map<Keyword, List<String>> byPlace = new HashMap<>();
    private final Map<String, List<String>> bySchool = new HashMap<>();

    /** As the schools lie now. */
    public Districts(SchoolLookup schools) {
        names = schools.districts();
        for (String name : names) {
            byPlace.computeIfAbsent(Keyword.of(name), absent -> new ArrayList<>())
                    .add(name);
            schools.inDistrict(name).forEach(code -> bySchool.computeIfAbsent(code, absent -> new ArrayList<>())
                    .add(name));
        }
    }

    /** The districts that have schools. */
    public List<String> names() {
        return names;
    }

    /** What the place of a source counts under; nothing for none. */
    public List<String> ofPlace(Keyword place) {
        return byPlace.getOrDefault(place, place.text().isEmpty() ? List.of() : List.of(place.text()));
    }

    /** What a linked school counts under; nothing when it is not known. */
    public List<String> ofSchool(String code) {
        return bySchool.getOrDefault(code, List.of());
    }

    /** What a post counts under, each district once. */
    public Stream<String> of(IndexedPost indexed) {
        Stream<String> fromThere = ofPlace(Keyword.of(indexed.post().place())).stream();
        Stream<String> linked = indexed.assessment().linkedSchools().stream().flatMap(code -> ofSchool(code).stream());
        return Stream.concat(fromThere, linked).distinct();
    }
}
