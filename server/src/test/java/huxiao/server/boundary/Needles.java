package huxiao.server.boundary;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.StringValue;

/**
 * Strings that are looked for in raw bytes, in every form in which this program could have written them: UTF-8, UTF-16 of both
 * orders, GBK, and the form of Flink's string serializer, which is none of these.
 */
final class Needles {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GBK"));

    private final AhoCorasickDoubleArrayTrie<String> automaton = new AhoCorasickDoubleArrayTrie<>();

    Needles(Collection<String> strings) {
        TreeMap<String, String> forms = new TreeMap<>();
        for (String string : strings) {
            for (Charset charset : CHARSETS) {
                if (charset.newEncoder().canEncode(string)) {
                    forms.put(asCharacters(string.getBytes(charset)), string);
                }
            }
            forms.put(asCharacters(flinkBytes(string)), string);
        }
        automaton.build(forms);
    }

    /** Which of the strings stand in these bytes. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        automaton.parseText(asCharacters(bytes), (begin, end, needle) -> found.add(needle));
        return found;
    }

    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One character for each byte, so that an automaton over characters reads bytes. */
    private static String asCharacters(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** What Flink writes for the characters of a string, without the length in front. */
    private static byte[] flinkBytes(String string) {
        try {
            DataOutputSerializer out = new DataOutputSerializer(4 * string.length() + 5);
            StringValue.writeString(string, out);
            byte[] whole = out.getCopyOfBuffer();
            int length = 1;
            for (int rest = string.length() + 1; rest >= 0x80; rest >>>= 7) {
                length++;
            }
            return java.util.Arrays.copyOfRange(whole, length, whole.length);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
