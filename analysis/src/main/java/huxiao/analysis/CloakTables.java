package huxiao.analysis;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import huxiao.model.Cloak;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of how people hide words, from the lists beside the model: pictures, parts, shapes, fixed codes. Keys are what stands
 * in a text in normal form. Immutable, thread safe.
 */
final class CloakTables {
    /** Something written that stands for a word. */
    record Stand(String written, String meant) {}

    /** What has to stand around a code. */
    enum Context {
        /** Anything. */
        FREE,
        /** A word of wanting or doing before it, or of an attempt behind it. */
        ASKS,
        /** A person behind it, or nothing. */
        PERSON,
        /** Nothing behind it. */
        END
    }

    /** A code that stands for one word and is not to be told from its parts. */
    record Code(String written, String meant, Cloak trick, Context context, List<String> notBefore) {}

    /** A character that is a word by itself this often in HanLP's corpus is meant as it is written. */
    private static final int COMMON = 30;

    private static final Stand[] NO_STANDS = {};
    private static final Code[] NO_CODES = {};
    private static final CloakTables SHIPPED = new CloakTables();

    private final Set<Character> telling = characters("telling.txt");
    private final boolean[] common = new boolean[Character.MAX_VALUE + 1];
    private final boolean[] stands = new boolean[Character.MAX_VALUE + 1];
    private final Stand[][] pictures = new Stand[Character.MAX_VALUE + 1][];
    private final Stand[][] parts = new Stand[Character.MAX_VALUE + 1][];
    private final Stand[][] shapes = new Stand[Character.MAX_VALUE + 1][];
    private final Code[][] codes = new Code[Character.MAX_VALUE + 1][];

    private CloakTables() {
        characters("plain.txt").forEach(c -> common[c] = true);
        for (char c = '\u4e00'; c <= '\u9fa5'; c++) {
            common[c] |= CoreDictionary.getTermFrequency(String.valueOf(c)) >= COMMON;
        }
        lines("emoji.txt").forEach(row -> stands(pictures, row[0], row[1]));
        lines("split.txt").forEach(row -> {
            for (String written : row[1].split(" ", -1)) {
                put(parts, new Stand(normal(written), row[0]));
            }
        });
        lines("shape.txt").forEach(row -> {
            for (String written : row[1].split(" ", -1)) {
                if (!normal(written).equals(row[0]) && !common[normal(written).charAt(0)]) {
                    put(shapes, new Stand(normal(written), row[0]));
                }
            }
        });
        lines("coded.txt").forEach(row -> {
            Code code = new Code(
                    normal(row[0]),
                    row[1],
                    Cloak.of(row[2]),
                    Context.valueOf(row[3].strip().toUpperCase(java.util.Locale.ROOT)),
                    row.length < 5 || row[4].isBlank()
                            ? List.of()
                            : List.of(row[4].strip().split(" ", -1)));
            if (!code.written.equals(code.meant)) {
                char first = code.written.charAt(0);
                codes[first] = with(codes(first), code);
            }
        });
        for (int c = 0; c < stands.length; c++) {
            stands[c] = pictures[c] != null || parts[c] != null || shapes[c] != null;
        }
    }

    /** The lists that the program ships. */
    static CloakTables shipped() {
        return SHIPPED;
    }

    /** Whether a character carries the danger in a term. */
    boolean isTelling(char c) {
        return telling.contains(c);
    }

    Set<Character> telling() {
        return telling;
    }

    /** Whether a character is too ordinary, as a word by itself, to be taken for a cloak. */
    boolean isCommon(char c) {
        return common[c];
    }

    /** Whether pictures, parts or shapes begin with a unit. */
    boolean stands(char c) {
        return stands[c];
    }

    /** Pictures that begin with a unit. */
    Stand[] pictures(char first) {
        return pictures[first] == null ? NO_STANDS : pictures[first];
    }

    /** Parts of characters that begin with a unit. */
    Stand[] parts(char first) {
        return parts[first] == null ? NO_STANDS : parts[first];
    }

    /** Characters that look like the one that begins with a unit. */
    Stand[] shapes(char first) {
        return shapes[first] == null ? NO_STANDS : shapes[first];
    }

    /** Codes that begin with a unit. */
    Code[] codes(char first) {
        return codes[first] == null ? NO_CODES : codes[first];
    }

    private static void stands(Stand[][] table, String written, String meanings) {
        for (String meant : meanings.split(" ", -1)) {
            put(table, new Stand(normal(written), meant));
        }
    }

    private static void put(Stand[][] table, Stand stand) {
        char first = stand.written.charAt(0);
        Stand[] known = table[first] == null ? NO_STANDS : table[first];
        if (!List.of(known).contains(stand)) {
            table[first] = with(known, stand);
        }
    }

    private static <T> T[] with(T[] known, T more) {
        T[] all = Arrays.copyOf(known, known.length + 1);
        all[known.length] = more;
        return all;
    }

    private static String normal(String text) {
        return Normaliser.normalise(text).text();
    }

    private static Set<Character> characters(String name) {
        Set<Character> characters = new HashSet<>();
        lines(name).forEach(row -> {
            for (int i = 0; i < row[0].length(); i++) {
                characters.add(row[0].charAt(i));
            }
        });
        return characters;
    }

    private static Stream<String[]> lines(String name) {
        try (InputStream in = CloakTables.class.getResourceAsStream("cloak/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the list cloak/" + name + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"));
        } catch (IOException e) {
            throw new UncheckedIOException("the list cloak/" + name + " cannot be read", e);
        }
    }
}
