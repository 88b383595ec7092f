package huxiao.analysis;

import huxiao.model.School;
import huxiao.model.Schools;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names people use for each school, derived from the official one: 沧澜市第一中学 is also 沧澜一中, 市一中, 一中 and 1中. All that is
 * needed is {@code schools.csv}; no city is known to the code. Immutable, thread safe.
 */
public final class SchoolNames {
    /** How sure a bare name is that several schools of the same rank could answer to. */
    static final double SURE = 1;
    /** What schools of districts share of a bare name that a school of the city has too. */
    private static final double SHARED = 0.5;
    /** How sure a name is that every town has. */
    private static final double EVERY_TOWNS = 0.2;

    /** A school that a name may mean, and how likely it does where nothing else is known. */
    record Candidate(School school, double prior, Locality locality) {
        Candidate(School school, double prior) {
            this(school, prior, Locality.of(school));
        }
    }

    private final Schools schools;
    private final Map<String, List<Candidate>> byName = new TreeMap<>();
    private final Set<String> campusesAlone = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final Map<String, School> mains = new HashMap<>();

    /** Derives the names of all schools. */
    public SchoolNames(Schools schools) {
        this.schools = schools;
        Map<String, Map<School, Boolean>> claims = new TreeMap<>();
        for (School school : schools.all()) {
            for (String given : school.aliases()) {
                claim(claims, given, school, true);
            }
            claim(claims, school.name(), school, true);
            for (String derived : NameForms.of(school, schools.city())) {
                claim(claims, derived, school, false);
            }
            NameForms.ofTown(school).forEach(name -> claim(claims, name, school, false));
            claimCampus(claims, school);
        }
        for (School school : schools.all()) {
            NameForms.stem(school, schools.city())
                    .filter(stem -> !claims.containsKey(stem) || stems.contains(stem))
                    .ifPresent(stem -> {
                        claim(claims, stem, school, false);
                        stems.add(stem);
                    });
        }
        claims.forEach((name, claimants) -> byName.put(name, rank(name, claimants)));
    }

    /**
     * Codes of the schools that a name may mean, likeliest first: a code, an official name, an alias or a part of an official
     * name of at least two characters. Empty when none is meant.
     */
    public List<String> resolve(String name) {
        String code = name.strip();
        if (schools.byCode(code).isPresent()) {
            return List.of(code);
        }
        String normal = key(name);
        List<Candidate> exact = stems.contains(normal) ? List.of() : byName.getOrDefault(normal, List.of());
        if (!exact.isEmpty()) {
            double best = exact.get(0).prior();
            return exact.stream()
                    .filter(candidate -> candidate.prior() >= best)
                    .map(candidate -> candidate.school().code())
                    .toList();
        }
        if (normal.length() < 2) {
            return List.of();
        }
        return schools.all().stream()
                .filter(school -> key(school.name()).contains(normal))
                .map(School::code)
                .toList();
    }

    /** The school that this is a campus of: the one that {@code campus_of} says, else the one whose name it carries. */
    Optional<School> mainOf(School campus) {
        return Optional.ofNullable(mains.get(campus.code()));
    }

    private Optional<School> findMain(School campus) {
        Optional<School> said = schools.byCode(campus.campusOf());
        return said.isPresent()
                ? said
                : NameForms.main(campus).flatMap(name -> schools.all().stream()
                        .filter(school -> key(school.name()).equals(name))
                        .findFirst());
    }

    private void claimCampus(Map<String, Map<School, Boolean>> claims, School campus) {
        Optional<School> school = findMain(campus);
        if (school.isEmpty()) {
            return;
        }
        mains.put(campus.code(), school.get());
        NameForms.campusAlone(campus).ifPresent(alone -> {
            claim(claims, alone, campus, false);
            campusesAlone.add(alone);
        });
        School main = school.get();
        Set<String> names = NameForms.of(main, schools.city());
        names.addAll(main.aliases());
        NameForms.ofMain(names).forEach(name -> claim(claims, name, main, false));
        NameForms.ofCampus(names).forEach(name -> claim(claims, name, campus, false));
    }

    /** Whether a name in normal form lacks what says that it is a school, such as 望江 for 望江中学. */
    boolean isStem(String name) {
        return stems.contains(name);
    }

    /** Whether a name in normal form is that of a campus without its school, such as 高新校区. */
    boolean isCampusAlone(String name) {
        return campusesAlone.contains(name);
    }

    /** All names in normal form with what each may mean, likeliest first. */
    Map<String, List<Candidate>> byName() {
        return byName;
    }

    static String key(String name) {
        return Normaliser.normalise(name).text().replace(" ", "");
    }

    private static void claim(Map<String, Map<School, Boolean>> claims, String name, School school, boolean given) {
        String normal = key(name);
        if (normal.length() >= 2) {
            claims.computeIfAbsent(normal, any -> new LinkedHashMap<>()).merge(school, given, Boolean::logicalOr);
        }
    }

    /**
     * Schools of districts yield to the city's, campuses to the school itself, derived names to given ones: those that yield share
     * {@link #SHARED}.
     */
    private List<Candidate> rank(String name, Map<School, Boolean> claimants) {
        if (NameForms.isEveryTowns(name)) {
            return claimants.keySet().stream()
                    .map(school -> new Candidate(school, EVERY_TOWNS))
                    .toList();
        }
        boolean contested = claimants.keySet().stream()
                .anyMatch(school -> isCity(school) && school.campusOf().isEmpty());
        boolean given = claimants.containsValue(true);
        List<School> front = claimants.entrySet().stream()
                .filter(claim -> !given || claim.getValue())
                .map(Map.Entry::getKey)
                .filter(school ->
                        !contested || (isCity(school) && school.campusOf().isEmpty()))
                .toList();
        int behind = claimants.size() - front.size();
        return claimants.keySet().stream()
                .map(school ->
                        new Candidate(school, front.isEmpty() || front.contains(school) ? SURE : SHARED / behind))
                .sorted(Comparator.comparingDouble(Candidate::prior)
                        .reversed()
                        .thenComparing(candidate -> candidate.school().code()))
                .toList();
    }

    /** Whether the school's own name says that it is the city's, not a district's. */
    boolean isCity(School school) {
        return !schools.city().isEmpty() && school.name().startsWith(schools.city());
    }
}
