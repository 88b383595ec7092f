package huxiao.analysis;

import huxiao.model.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The terms of {@code lexicon/*.txt}: UTF-8, one a line, {@code term<TAB>group} or {@code term<TAB>group<TAB>weight}; lines that
 * are empty or begin with {@code #} are skipped. A term may stand in several groups, once in each. Immutable.
 */
public final class Lexicon {
    private static final int LONGEST_TERM = 30;
    private static final double HEAVIEST = 3;

    private final List<LexiconTerm> terms;

    private Lexicon(List<LexiconTerm> terms) {
        this.terms = List.copyOf(terms);
    }

    /** All terms. */
    public List<LexiconTerm> terms() {
        return terms;
    }

    /**
     * Reads every {@code .txt} file of a folder, in order of name.
     *
     * @throws ConfigException naming file and line of the first fault, or the folder when it holds no such file
     */
    public static Lexicon read(Path folder) {
        List<LexiconTerm> terms = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (Path file : files(folder)) {
            int number = 0;
            for (String line : lines(file)) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String at = file + ":" + number;
                LexiconTerm term = parse(at, line);
                String first = seen.putIfAbsent(term.term() + '\t' + term.group(), at);
                if (first != null) {
                    throw new ConfigException(at + ": term '" + term.term() + "' stands in group '"
                            + term.group().wireName() + "' already (" + first + ")");
                }
                terms.add(term);
            }
        }
        return new Lexicon(terms);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new ConfigException(folder + ": no lexicon file; at least one *.txt is needed");
            }
            return found;
        } catch (IOException e) {
            throw new ConfigException(folder + ": cannot be read (" + e + ")", e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return (text.startsWith("\ufeff") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (MalformedInputException e) {
            throw new ConfigException(file + ": not UTF-8; save the file as UTF-8", e);
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigException(file + ": cannot be read (" + e + ")", e);
        }
    }

    private static LexiconTerm parse(String at, String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new ConfigException(
                    at + ": found " + parts.length + " columns, allowed: term<TAB>group or term<TAB>group<TAB>weight");
        }
        String term = Normaliser.normalise(parts[0].strip()).text();
        if (term.isEmpty() || term.length() > LONGEST_TERM) {
            throw new ConfigException(
                    at + ": term: found '" + parts[0] + "', allowed: 1 to " + LONGEST_TERM + " visible characters");
        }
        CueGroup group = CueGroup.find(parts[1].strip())
                .orElseThrow(() -> new ConfigException(
                        at + ": group: found '" + parts[1] + "', allowed: one of " + CueGroup.allowed()));
        return new LexiconTerm(term, group, parts.length == 2 ? 0 : weight(at, parts[2].strip()));
    }

    private static double weight(String at, String found) {
        try {
            double weight = Double.parseDouble(found);
            if (Math.abs(weight) <= HEAVIEST) {
                return weight;
            }
        } catch (NumberFormatException e) {
            throw new ConfigException(at + ": weight: found '" + found + "', allowed: a number from -3 to 3", e);
        }
        throw new ConfigException(at + ": weight: found '" + found + "', allowed: a number from -3 to 3");
    }
}
