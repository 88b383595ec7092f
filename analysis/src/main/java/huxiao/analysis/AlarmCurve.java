package huxiao.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How many police alarms the models raised on ordinary posts that name a school, by the threshold of ORANGE: what turns a budget of
 * false alarms into a threshold. Measured by training, shipped beside the models. Immutable.
 */
public final class AlarmCurve {
    private final TreeMap<Double, Double> alarms;

    private AlarmCurve(Map<Double, Double> alarms) {
        this.alarms = new TreeMap<>(alarms);
    }

    /** No measurement: every threshold keeps within every budget; for training and measuring. */
    public static AlarmCurve none() {
        return new AlarmCurve(Map.of());
    }

    /** A curve of given points: threshold (0 to 1) to police alarms in 10,000 ordinary posts. */
    public static AlarmCurve of(Map<Double, Double> alarms) {
        return new AlarmCurve(alarms);
    }

    /**
     * Reads a curve as {@link #lines} writes it.
     *
     * @throws IllegalArgumentException when a line is not a threshold from 0 to 1 and a rate
     */
    static AlarmCurve read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<Double, Double> alarms = new TreeMap<>();
        for (String threshold : properties.stringPropertyNames()) {
            double at = Double.parseDouble(threshold);
            double rate = Double.parseDouble(properties.getProperty(threshold));
            if (!(at >= 0 && at <= 1 && rate >= 0)) {
                throw new IllegalArgumentException(
                        "found " + at + " = " + rate + ", allowed: a threshold from 0 to 1 and alarms in 10,000 posts");
            }
            alarms.put(at, rate);
        }
        return new AlarmCurve(alarms);
    }

    /** The curve as lines of a properties file, in order. */
    public String lines() {
        StringBuilder lines = new StringBuilder(
                "# threshold of ORANGE = police alarms in 10,000 ordinary posts that name a school\n");
        alarms.forEach((threshold, rate) -> lines.append(String.format(Locale.ROOT, "%.2f = %.3f\n", threshold, rate)));
        return lines.toString();
    }

    /**
     * The lowest threshold that keeps within a budget; empty where no measured one does.
     *
     * @param budget police alarms in 10,000 ordinary posts
     * @param least the threshold asked for, which holds where it keeps within the budget
     */
    public OptionalDouble threshold(double budget, double least) {
        Map.Entry<Double, Double> at = alarms.floorEntry(least);
        if (alarms.isEmpty() || (at != null && at.getValue() <= budget)) {
            return OptionalDouble.of(least);
        }
        return alarms.tailMap(least, false).entrySet().stream()
                .filter(point -> point.getValue() <= budget)
                .mapToDouble(Map.Entry::getKey)
                .findFirst();
    }

    /** The fewest alarms that any threshold gave. */
    public double fewest() {
        return alarms.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
