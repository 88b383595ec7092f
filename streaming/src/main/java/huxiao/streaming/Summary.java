package huxiao.streaming;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the posts of a bounded run.
 *
 * @param read posts read, copies included
 * @param refused lines that were no posts; kept as dead letters
 * @param dropped posts dropped, by reason
 * @param indexed posts judged and put into the index
 * @param raised posts that raised an alert or changed one
 * @param joined posts that joined an alert and changed nothing but its count
 * @param seconds from the first post read to the last one being searchable
 */
public record Summary(
        long read, long refused, Map<String, Long> dropped, long indexed, long raised, long joined, double seconds) {
    /** From a job's accumulators and the moment at which its last post was searchable. */
    public static Summary of(Map<String, Object> counts, long searchableMillis) {
        Map<String, Long> dropped = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(Tally.DROPPED)) {
                dropped.put(name.substring(Tally.DROPPED.length()), (Long) count);
            }
        });
        long first = (Long) counts.getOrDefault(Tally.FIRST_READ, searchableMillis);
        return new Summary(
                count(counts, Tally.READ),
                count(counts, Tally.REFUSED),
                dropped,
                count(counts, Tally.KEPT),
                count(counts, Tally.RAISED),
                count(counts, Tally.JOINED),
                (searchableMillis - first) / 1000.0);
    }

    private static long count(Map<String, Object> counts, String name) {
        return (Long) counts.getOrDefault(name, 0L);
    }

    /** As printed, one figure a line; the form is promised in docs/formats.md. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("read ").append(read).append('\n');
        text.append("refused ").append(refused).append('\n');
        dropped.forEach((reason, count) -> text.append("dropped ")
                .append(count)
                .append(" (")
                .append(reason)
                .append(")\n"));
        text.append("indexed ").append(indexed).append('\n');
        text.append("alerts raised or changed ").append(raised).append('\n');
        text.append("posts joined to alerts ").append(joined).append('\n');
        double rate = seconds > 0 ? indexed / seconds : 0;
        text.append(String.format(
                Locale.ROOT, "posts/s %.0f (%d in %.1f s, from first read to searchable)\n", rate, indexed, seconds));
        return text.toString();
    }
}
