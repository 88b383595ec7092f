package huxiao.analysis;

import huxiao.model.School;
import huxiao.model.Stage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which school a name means: a log-linear model over {@link LinkFeature}s, one score for each school of the name and one for "a
 * school that is not of this city", made probabilities by the softmax. Immutable, thread safe.
 */
final class NameScorer {
    /** What may stand between two names of one list. */
    private static final Pattern LIST = Pattern.compile("[、和与跟及,，/ ]|还有|以及|或者");

    private static final int LONGEST_JOINT = 2;

    /** A name with the log-odds of each school that it may mean and of a school elsewhere. */
    private record Scored(Automaton.Name name, Map<School, Double> schools, double elsewhere) {
        double share(String rank, NameScorer scorer) {
            double all = Math.exp(elsewhere);
            double same = 0;
            for (Map.Entry<School, Double> school : schools.entrySet()) {
                double weight = Math.exp(school.getValue());
                all += weight;
                same += scorer.rank(school.getKey()).equals(rank) ? weight : 0;
            }
            return same / all;
        }

        Mention mention() {
            double all = Math.exp(elsewhere)
                    + schools.values().stream().mapToDouble(Math::exp).sum();
            List<Mention.Meant> meant = new ArrayList<>();
            schools.forEach((school, score) -> meant.add(new Mention.Meant(school.code(), Math.exp(score) / all)));
            meant.sort(Mention.LIKELIEST_FIRST);
            return new Mention(name.start(), name.end(), meant);
        }
    }

    private final Elsewhere elsewhere;
    private final SchoolNames names;

    NameScorer(Elsewhere elsewhere, SchoolNames names) {
        this.elsewhere = elsewhere;
        this.names = names;
    }

    /** The mentions behind names that do not overlap, in order; one's probabilities and that of "elsewhere" add up to 1. */
    List<Mention> score(
            String text,
            List<Automaton.Name> found,
            TermIndex words,
            List<Automaton.Cue> cues,
            Surroundings surroundings) {
        List<Scored> scored = new ArrayList<>();
        BitSet named = new BitSet(text.length());
        BitSet cueEnds = Elsewhere.ends(cues);
        found.forEach(name -> named.set(name.start(), name.end()));
        for (Automaton.Name name : found) {
            Map<School, Double> schools = new LinkedHashMap<>();
            Set<Stage> stages = isClear(name) ? Set.of() : StageWords.near(text, name.start(), name.end());
            int nearest = isClear(name)
                    ? Surroundings.FAR
                    : name.candidates().stream()
                            .mapToInt(one -> surroundings.toDistrict(one.locality(), name.start(), name.end()))
                            .min()
                            .orElse(Surroundings.FAR);
            for (SchoolNames.Candidate candidate : name.candidates()) {
                schools.put(candidate.school(), school(name, candidate, nearest, stages, surroundings));
            }
            scored.add(new Scored(name, schools, elsewhere(text, name, words, named, cueEnds)));
        }
        return inLists(text, inFull(scored)).stream().map(Scored::mention).toList();
    }

    /** Whether one school alone goes by a name that says whose it is: nothing around it can tell more. */
    private static boolean isClear(Automaton.Name name) {
        return name.candidates().size() == 1 && !NameForms.isEveryTowns(name.name());
    }

    private static double school(
            Automaton.Name name,
            SchoolNames.Candidate candidate,
            int nearest,
            Set<Stage> stages,
            Surroundings surroundings) {
        School school = candidate.school();
        double score = LinkFeature.PRIOR.times(Math.log(candidate.prior()));
        if (surroundings.isSource(school)) {
            score += LinkFeature.SCHOOL_OF_SOURCE.weight();
        }
        if (isClear(name)) {
            return score;
        }
        int distance = surroundings.toDistrict(candidate.locality(), name.start(), name.end());
        if (distance != Surroundings.FAR && distance == nearest) {
            score += LinkFeature.DISTRICT_IN_TEXT.weight();
        } else if (nearest != Surroundings.FAR) {
            score += LinkFeature.OTHER_DISTRICT_IN_TEXT.weight();
        }
        if (surroundings.namesStreet(candidate.locality())) {
            score += LinkFeature.STREET_IN_TEXT.weight();
        }
        score += LinkFeature.PLACE_IN_TEXT.times(surroundings.nearPlace(school));
        if (surroundings.isSourceDistrict(candidate.locality())) {
            score += LinkFeature.DISTRICT_OF_SOURCE.weight();
        }
        if (!stages.isEmpty()) {
            score += (stages.contains(school.stage()) ? LinkFeature.STAGE_FITS : LinkFeature.STAGE_CLASHES).weight();
        }
        return score;
    }

    private double elsewhere(String text, Automaton.Name name, TermIndex words, BitSet named, BitSet cueEnds) {
        double score = LinkFeature.UNKNOWN.weight();
        if (NameForms.isEveryTowns(name.name())) {
            score += LinkFeature.EVERY_TOWN.weight();
        }
        if (elsewhere.isOtherPlaceInFront(text, name, words)) {
            score += LinkFeature.OTHER_PLACE_IN_FRONT.weight();
        }
        if (elsewhere.isOursByName(name.name())) {
            return score;
        }
        if (elsewhere.isSaid(text, name, cueEnds)) {
            score += LinkFeature.ELSEWHERE_SAID.weight();
        }
        if (elsewhere.isOtherCityBefore(text, name, words, named)) {
            score += LinkFeature.OTHER_CITY_BEFORE.weight();
        }
        return score;
    }

    /** A short name takes the meaning of a longer one that holds it and means one school alone. */
    private static List<Scored> inFull(List<Scored> scored) {
        Map<String, School> clear = new TreeMap<>();
        for (Scored one : scored) {
            if (one.schools().size() == 1) {
                clear.put(one.name().name(), one.schools().keySet().iterator().next());
            }
        }
        List<Scored> result = new ArrayList<>();
        for (Scored one : scored) {
            Map<School, Double> schools = new LinkedHashMap<>(one.schools());
            if (schools.size() > 1) {
                Set<School> said = new HashSet<>();
                clear.forEach((name, school) -> {
                    if (name.contains(one.name().name())) {
                        said.add(school);
                    }
                });
                schools.replaceAll(
                        (school, score) -> said.contains(school) ? score + LinkFeature.NAMED_IN_FULL.weight() : score);
            }
            result.add(new Scored(one.name(), schools, one.elsewhere()));
        }
        return result;
    }

    /** 一中和二中 are of one rank: what the name beside it means speaks for the schools of that rank. */
    private List<Scored> inLists(String text, List<Scored> scored) {
        List<Scored> result = new ArrayList<>();
        for (int i = 0; i < scored.size(); i++) {
            Scored one = scored.get(i);
            Map<School, Double> schools = new LinkedHashMap<>(one.schools());
            if (schools.size() > 1) {
                for (Map.Entry<School, Double> school : schools.entrySet()) {
                    double share = 0;
                    if (i > 0 && isJoined(text, scored.get(i - 1), one)) {
                        share = scored.get(i - 1).share(rank(school.getKey()), this);
                    }
                    if (i + 1 < scored.size() && isJoined(text, one, scored.get(i + 1))) {
                        share = Math.max(share, scored.get(i + 1).share(rank(school.getKey()), this));
                    }
                    school.setValue(school.getValue() + LinkFeature.SAME_RANK_IN_LIST.times(share));
                }
            }
            result.add(new Scored(one.name(), schools, one.elsewhere()));
        }
        return result;
    }

    private static boolean isJoined(String text, Scored first, Scored second) {
        return isJoined(text, first.name().end(), second.name().start());
    }

    /** Whether a name that ends and one that starts there stand in one list, a comma between them or none. */
    static boolean isJoined(String text, int end, int start) {
        return end == start
                || (start - end <= LONGEST_JOINT
                        && LIST.matcher(text.substring(end, start)).matches());
    }

    private String rank(School school) {
        return names.isCity(school) ? "" : school.district();
    }
}
