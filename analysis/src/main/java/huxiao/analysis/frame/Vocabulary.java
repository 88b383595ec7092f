package huxiao.analysis.frame;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The words of {@code words.txt} by which the parts of a sentence are told. Immutable, thread safe. */
final class Vocabulary {
    /** Sets of words that say more about a chunk than its tag. */
    enum Quality {
        /** Stands in a person's kin or family: 老师的儿子 is no teacher. */
        KIN,
        /** Says that staff is not the school's: 辅导班老师. */
        OUTSIDE,
        /** Follows an act and belongs to it: 打死. */
        RESULT,
        /** Weapon and hand in one word: 持刀. */
        ARMED,
        /** Takes back what was said: 不属实. */
        DENIED
    }

    /** A word's part in the sentence. */
    record Entry(String word, Tag tag, Optional<ActKind> act) {}

    private static final String RESOURCE = "words.txt";
    private static final Vocabulary SHIPPED = read();

    private final Map<String, Entry> entries;
    private final Map<Quality, Set<String>> qualities;
    private final AhoCorasickDoubleArrayTrie<Entry> longWords = new AhoCorasickDoubleArrayTrie<>();

    private Vocabulary(Map<String, Entry> entries, Map<Quality, Set<String>> qualities) {
        this.entries = Map.copyOf(entries);
        this.qualities = Map.copyOf(qualities);
        TreeMap<String, Entry> ordered = new TreeMap<>();
        for (Entry entry : entries.values()) {
            if (entry.word().length() > 1) {
                ordered.put(entry.word(), entry);
            }
        }
        longWords.build(ordered);
    }

    static Vocabulary shipped() {
        return SHIPPED;
    }

    /** The part of a word, whatever its length. */
    Optional<Entry> entry(String word) {
        return Optional.ofNullable(entries.get(word));
    }

    boolean is(Quality quality, String word) {
        return qualities.getOrDefault(quality, Set.of()).contains(word);
    }

    boolean has(Quality quality, String text) {
        return qualities.getOrDefault(quality, Set.of()).stream().anyMatch(text::contains);
    }

    /** An entry at unit {@code start} of a text. */
    record Found(int start, Entry entry) {
        int end() {
            return start + entry.word().length();
        }
    }

    /** Every word of two or more characters in a text; they may overlap. */
    List<Found> longWords(String text) {
        List<Found> found = new ArrayList<>();
        longWords.parseText(text, (begin, end, entry) -> found.add(new Found(begin, entry)));
        return found;
    }

    private static Vocabulary read() {
        Map<String, Entry> entries = new HashMap<>();
        Map<Quality, Set<String>> qualities = new HashMap<>();
        try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    take(line, entries, qualities);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
        return new Vocabulary(entries, qualities);
    }

    private static void take(String line, Map<String, Entry> entries, Map<Quality, Set<String>> qualities) {
        List<String> words = List.of(line.strip().split(" +"));
        String name = words.get(0);
        List<String> named = words.subList(1, words.size());
        Optional<Quality> quality = Arrays.stream(Quality.values())
                .filter(any -> any.name().equals(name))
                .findFirst();
        if (quality.isPresent()) {
            qualities.computeIfAbsent(quality.get(), any -> new HashSet<>()).addAll(named);
            return;
        }
        boolean act = name.startsWith("ACT.");
        Tag tag = act ? Tag.ACT : Tag.valueOf(name);
        Optional<ActKind> kind = act ? Optional.of(ActKind.valueOf(name.substring(4))) : Optional.empty();
        for (String word : named) {
            entries.putIfAbsent(word, new Entry(word, tag, kind));
        }
    }
}
