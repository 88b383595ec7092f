package huxiao.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where names of schools stand in a text, not overlapping: the longest first, words that only look like a name left out
 * ({@link NameBoundary}), and forms that mean a school only in company: a campus beside its school, 望江 in a list of schools.
 * Immutable, thread safe.
 */
final class NameFinder {
    /** What may follow the last name of a list. */
    private static final String LIST_ENDS = "的同都也两之 ,，。.!！?？、学今明昨门";

    private final SchoolNames names;

    NameFinder(SchoolNames names) {
        this.names = names;
    }

    /** The names in order of position; their units are set in {@code taken}. */
    List<Automaton.Name> find(String text, Automaton.Hits hits, TermIndex words, BitSet taken) {
        List<Automaton.Name> longestFirst = new ArrayList<>();
        List<Automaton.Name> stems = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Automaton.Name name : hits.names()) {
            if (names.isStem(name.name())) {
                stems.add(name);
            } else {
                longestFirst.add(name);
                name.candidates().forEach(one -> named.add(one.school().code()));
            }
        }
        longestFirst.sort(
                Comparator.comparingInt(Automaton.Name::length).reversed().thenComparingInt(Automaton.Name::start));
        List<Automaton.Name> found = new ArrayList<>();
        for (Automaton.Name name : longestFirst) {
            if (isFree(name, taken)
                    && NameBoundary.holds(text, name, words)
                    && (!names.isCampusAlone(name.name()) || isSchoolOfOne(name, named))) {
                taken.set(name.start(), name.end());
                found.add(name);
            }
        }
        found.addAll(stems(text, stems, found, taken));
        found.sort(Comparator.comparingInt(Automaton.Name::start));
        return found;
    }

    private static boolean isFree(Automaton.Name name, BitSet taken) {
        int next = taken.nextSetBit(name.start());
        return next < 0 || next >= name.end();
    }

    /** Whether the school that a campus belongs to is named too: 高新校区 by itself may be any school's. */
    private boolean isSchoolOfOne(Automaton.Name campus, Set<String> named) {
        return campus.candidates().stream().anyMatch(one -> names.mainOf(one.school())
                .filter(main -> named.contains(main.code()))
                .isPresent());
    }

    /** 望江 means 望江中学 beside another school in a list, 五中和望江, or in front of a class: 望江初二, 蓝鲸大班. */
    private static List<Automaton.Name> stems(
            String text, List<Automaton.Name> stems, List<Automaton.Name> whole, BitSet taken) {
        TreeMap<Integer, Automaton.Name> byStart = new TreeMap<>();
        whole.forEach(name -> byStart.put(name.start(), name));
        List<Automaton.Name> found = new ArrayList<>();
        for (Automaton.Name stem : stems) {
            if (isFree(stem, taken)
                    && (StageWords.startsAt(text, stem.end())
                            || isInList(
                                    text, stem, byStart.lowerEntry(stem.start()), byStart.higherEntry(stem.start())))) {
                taken.set(stem.start(), stem.end());
                found.add(stem);
            }
        }
        return found;
    }

    private static boolean isInList(
            String text,
            Automaton.Name stem,
            Map.Entry<Integer, Automaton.Name> before,
            Map.Entry<Integer, Automaton.Name> after) {
        boolean ends = stem.end() == text.length() || LIST_ENDS.indexOf(text.charAt(stem.end())) >= 0;
        return (ends
                        && before != null
                        && stem.start() > before.getValue().end()
                        && NameScorer.isJoined(text, before.getValue().end(), stem.start()))
                || (after != null
                        && stem.end() < after.getKey()
                        && NameScorer.isJoined(text, stem.end(), after.getKey()));
    }
}
