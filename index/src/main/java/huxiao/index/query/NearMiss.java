package huxiao.index.query;

import java.util.Comparator;
import java.util.stream.Stream;

/** Finds what was probably meant: the name with the fewest characters changed, or swapped with their neighbour
 * (Damerau 1964), if they are few. */
final class NearMiss {
    /** Nothing longer is compared or suggested, UTF-16 units. */
    static final int LONGEST = 32;

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
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : nearest(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int nearest(int[][] rows, String a, String b, int i, int j) {
        int changed = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int nearest = Math.min(changed, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(nearest, rows[i - 2][j - 2] + 1) : nearest;
    }
}
