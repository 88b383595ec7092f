package huxiao.bench.report;

import java.util.List;
import java.util.Locale;

/** Draws reliabilities side by side as SVG: probability said to the right, share observed upwards, with Wilson's intervals. */
final class ReliabilityDiagram {
    private static final int SIDE = 240;
    private static final int LEFT = 48;
    private static final int TOP = 32;
    private static final int WIDTH = SIDE + 72;
    private static final int HEIGHT = TOP + SIDE + 56;
    private static final double SMALLEST = 2;
    private static final double LARGEST = 9;

    private ReliabilityDiagram() {}

    static String svg(List<Reliability> reliabilities) {
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" "
                        + "font-family=\"sans-serif\" font-size=\"11\">%n<title>Reliability</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                WIDTH * reliabilities.size(),
                HEIGHT,
                WIDTH * reliabilities.size(),
                HEIGHT));
        for (int i = 0; i < reliabilities.size(); i++) {
            panel(out, reliabilities.get(i), i * WIDTH + LEFT);
        }
        return out.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder out, Reliability reliability, int left) {
        text(out, left + SIDE / 2.0, TOP - 12, "middle", reliability.question());
        line(out, left, TOP + SIDE, left + SIDE, TOP, "#999\" stroke-dasharray=\"4 3");
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double share = tenth / 10.0;
            line(out, left, y(share), left + SIDE, y(share), "#eee");
            text(out, left - 6, y(share) + 4, "end", String.format(Locale.ROOT, "%.1f", share));
            text(out, x(left, share), TOP + SIDE + 16, "middle", String.format(Locale.ROOT, "%.1f", share));
        }
        line(out, left, TOP, left, TOP + SIDE, "#333");
        line(out, left, TOP + SIDE, left + SIDE, TOP + SIDE, "#333");
        text(out, left + SIDE / 2.0, TOP + SIDE + 34, "middle", "probability said; height: share observed");
        int most = reliability.bins().stream()
                .mapToInt(bin -> bin.observed().of())
                .max()
                .orElse(1);
        for (Reliability.Bin bin : reliability.bins()) {
            Interval observed = bin.observed();
            double x = x(left, bin.mean());
            line(out, x, y(observed.low()), x, y(observed.high()), "#1f5fa8");
            double radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt((double) observed.of() / most);
            out.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f5fa8\" fill-opacity=\"0.75\"><title>%s: %d of %d</title>"
                            + "</circle>%n",
                    x,
                    y(observed.share()),
                    radius,
                    bin.range(),
                    observed.hits(),
                    observed.of()));
        }
    }

    private static double x(int left, double probability) {
        return left + SIDE * probability;
    }

    private static double y(double share) {
        return TOP + SIDE * (1 - share);
    }

    private static void line(StringBuilder out, double x1, double y1, double x2, double y2, String stroke) {
        out.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                x1,
                y1,
                x2,
                y2,
                stroke));
    }

    private static void text(StringBuilder out, double x, double y, String anchor, String words) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333\">%s</text>%n",
                x,
                y,
                anchor,
                words.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
