package huxiao.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** How varied texts are. Pure. */
final class Diversity {
    private static final int GRAM = 4;

    private Diversity() {}

    /**
     * Share of distinct runs of four characters among all such runs (the measure distinct-n of Li et al., NAACL 2016, over
     * characters), of texts drawn in random order until so many characters are reached; the last one is cut. It falls with the amount of
     * text, so that only equal amounts may be compared.
     *
     * @return 0 where there is no run
     */
    static double distinctShare(List<String> texts, int characters, long seed) {
        List<String> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, new Random(seed));
        Set<String> distinct = new HashSet<>();
        int runs = 0;
        int left = characters;
        for (String text : shuffled) {
            int end = Math.min(left, text.length());
            for (int i = 0; i + GRAM <= end; i++) {
                distinct.add(text.substring(i, i + GRAM));
                runs++;
            }
            left -= end;
            if (left == 0) {
                break;
            }
        }
        return runs == 0 ? 0 : (double) distinct.size() / runs;
    }

    /** How many texts share a run of so many characters with a text before them. */
    static int sharing(List<String> texts, int run) {
        Map<String, Integer> first = new HashMap<>();
        int sharing = 0;
        for (int at = 0; at < texts.size(); at++) {
            String text = texts.get(at);
            boolean shares = false;
            for (int i = 0; i + run <= text.length(); i++) {
                Integer before = first.putIfAbsent(text.substring(i, i + run), at);
                shares |= before != null && before != at;
            }
            sharing += shares ? 1 : 0;
        }
        return sharing;
    }

    /** All their characters, UTF-16 units. */
    static int characters(List<String> texts) {
        return texts.stream().mapToInt(String::length).sum();
    }
}
