package huxiao.bench.linking;

import huxiao.bench.report.Interval;
import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.SchoolLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what was linked rightly, by kind, and how far the probabilities of named schools can be believed; those of derived links are
 * capped on purpose.
 */
public final class LinkingFigures {
    private static final int BINS = 10;
    /** Posts of which nobody can tell which school is meant: none of their candidates is right or wrong. */
    private static final String OPEN = "open";

    private static final String ALL = "all";
    private static final String DANGER_SEEN = "all whose danger was seen rightly";

    private final Map<String, int[]> byKind = new TreeMap<>();
    private final int[] said = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] sum = new double[BINS];
    private final List<String> faults = new ArrayList<>();
    private double brier;
    private int links;

    void add(LinkedPost post, Assessment assessment) {
        Set<String> linked = Set.copyOf(assessment.linkedSchools());
        boolean exact = linked.equals(post.schools());
        count(ALL, exact);
        count(post.kind(), exact);
        boolean alarmed = assessment.level() != Level.NONE;
        if (post.danger().filter(danger -> danger != alarmed).isEmpty()) {
            count(DANGER_SEEN, exact);
        }
        if (!exact) {
            faults.add(post.kind() + " " + assessment.level() + " is " + post.schools() + " said " + linked + " "
                    + post.post().title() + " " + post.post().text());
        }
        if (post.kind().equals(OPEN)) {
            return;
        }
        for (SchoolLink link : assessment.schools()) {
            if (link.isDerived()) {
                continue;
            }
            boolean holds = post.schools().contains(link.code());
            int bin = Math.min(BINS - 1, (int) (link.probability() * BINS));
            said[bin]++;
            right[bin] += holds ? 1 : 0;
            sum[bin] += link.probability();
            brier += Math.pow(link.probability() - (holds ? 1 : 0), 2);
            links++;
        }
    }

    private void count(String kind, boolean exact) {
        int[] counts = byKind.computeIfAbsent(kind, any -> new int[2]);
        counts[0] += exact ? 1 : 0;
        counts[1]++;
    }

    /** Of all posts. */
    public Interval all() {
        int[] counts = byKind.getOrDefault(ALL, new int[2]);
        return new Interval(counts[0], counts[1]);
    }

    /** Of the posts that were rightly told above NONE or not: the linking by itself. */
    public Interval whereDangerIsSeen() {
        int[] counts = byKind.getOrDefault(DANGER_SEEN, new int[2]);
        return new Interval(counts[0], counts[1]);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** As Markdown: exact sets by kind, then probabilities in tenths against how often they were right. */
    String markdown() {
        StringBuilder out = new StringBuilder("| kind | exactly right (95 %) |\n| --- | --- |\n");
        byKind.forEach((kind, counts) -> out.append("| ")
                .append(kind)
                .append(" | ")
                .append(new Interval(counts[0], counts[1]))
                .append(" |\n"));
        out.append("\n| probability | mean | right | links |\n| --- | --- | --- | --- |\n");
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (said[bin] > 0) {
                double mean = sum[bin] / said[bin];
                double share = (double) right[bin] / said[bin];
                error += Math.abs(mean - share) * said[bin] / links;
                out.append(String.format(
                        Locale.ROOT,
                        "| %.1f–%.1f | %.2f | %.2f | %d |%n",
                        bin / 10.0,
                        (bin + 1) / 10.0,
                        mean,
                        share,
                        said[bin]));
            }
        }
        out.append(String.format(
                Locale.ROOT,
                "%nExpected calibration error %.3f, Brier score %.3f, %d named links and candidates.%n",
                error,
                brier / Math.max(1, links),
                links));
        return out.toString();
    }
}
