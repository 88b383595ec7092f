package huxiao.index.query;

import java.util.Comparator;
import java.util.stream.Stream;

/** Finds what was probably meant: the name with the fewest changed characters (Levenshtein 1966), if they are few. */
final class NearMiss {
    private static final int LONGEST = 32;

    private NearMiss() {}

    /** The nearest name; empty when none is near. */
    static String of(String found, Stream<String> names) {
        if (found.length() > LONGEST) {
            return "";
        }
        return names.filter(name -> distance(found, name) <= Math.max(1, Math.min(found.length(), name.length()) / 3))
                .filter(name -> distance(found, name) < Math.max(found.length(), name.length()))
                .min(Comparator.comparingInt(name -> distance(found, name)))
                .orElse("");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
