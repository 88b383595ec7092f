package huxiao.analysis;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One pass over a text in normal form finds every term of the lexicon and every name of a school. Immutable, thread safe. */
final class Automaton {
    /** A term of the lexicon at units {@code start} to {@code end}. */
    record Cue(LexiconTerm term, int start, int end) {
        CueGroup group() {
            return term.group();
        }
    }

    /** A name that schools go by at units {@code start} to {@code end}. */
    record Name(String name, List<SchoolNames.Candidate> candidates, int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** What one pass found, in order of position. */
    record Hits(List<Cue> cues, List<Name> names) {}

    private static final class Entry {
        private final List<LexiconTerm> terms = new ArrayList<>(1);
        private String name = "";
        private List<SchoolNames.Candidate> candidates = List.of();
        private double weight;
        private final Set<CueGroup> groups = EnumSet.noneOf(CueGroup.class);

        void add(LexiconTerm term) {
            terms.add(term);
            weight += term.weight();
            if (term.term().length() > 1) {
                groups.add(term.group());
            }
        }
    }

    /** What the screen needs of a pass. Kept by a thread and used text after text. Not thread safe. */
    static final class Skim implements AhoCorasickDoubleArrayTrie.IHit<Entry> {
        private double weight;
        private final Set<CueGroup> groups = EnumSet.noneOf(CueGroup.class);
        private final List<Name> names = new ArrayList<>();

        @Override
        public void hit(int begin, int end, Entry entry) {
            weight += entry.weight;
            groups.addAll(entry.groups);
            if (!entry.candidates.isEmpty()) {
                names.add(new Name(entry.name, entry.candidates, begin, end));
            }
        }

        /** Sum of the weights of all terms found, each occurrence by itself, log-odds. */
        double weight() {
            return weight;
        }

        /** The groups found with more than one character; changes with the next pass. */
        Set<CueGroup> groups() {
            return groups;
        }

        /** Names of schools, in order of their ends; changes with the next pass. */
        List<Name> names() {
            return names;
        }
    }

    private final AhoCorasickDoubleArrayTrie<Entry> trie = new AhoCorasickDoubleArrayTrie<>();

    Automaton(Lexicon lexicon, SchoolNames names) {
        TreeMap<String, Entry> entries = new TreeMap<>();
        for (LexiconTerm term : lexicon.terms()) {
            entries.computeIfAbsent(term.term(), any -> new Entry()).add(term);
        }
        for (Map.Entry<String, List<SchoolNames.Candidate>> name :
                names.byName().entrySet()) {
            Entry entry = entries.computeIfAbsent(name.getKey(), any -> new Entry());
            entry.name = name.getKey();
            entry.candidates = name.getValue();
        }
        trie.build(entries);
    }

    void skim(String text, Skim skim) {
        skim.weight = 0;
        skim.groups.clear();
        skim.names.clear();
        trie.parseText(text, skim);
    }

    Hits find(String text) {
        List<Cue> cues = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        trie.parseText(text, (begin, end, entry) -> {
            for (LexiconTerm term : entry.terms) {
                cues.add(new Cue(term, begin, end));
            }
            if (!entry.candidates.isEmpty()) {
                names.add(new Name(entry.name, entry.candidates, begin, end));
            }
        });
        cues.sort(Comparator.comparingInt(Cue::start).thenComparingInt(Cue::end).thenComparing(Cue::group));
        return new Hits(List.copyOf(cues), List.copyOf(names));
    }
}
