package huxiao.bench.frame;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Judge;
import huxiao.analysis.frame.DependencyParser;
import huxiao.model.Json;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Schools;
import huxiao.model.Span;
import huxiao.model.ThreatFrame;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Frames labelled sentences and prints how often each slot is right: by words alone, and with every sentence parsed where a parser is
 * installed (Maven profile {@code corenlp}). {@code bench/data/frames.jsonl} is what the rules were written on; {@code
 * frames-unseen.jsonl} was labelled before any rule saw it and is for measuring alone. {@code Frames [--wrong]} lists what is wrong in
 * the first.
 *
 * <p>A stretch of text counts as right when label and answer are both empty or one holds the other; person, staff and the set of
 * modes must be equal.
 */
public final class Frames {
    private static final Instant SAID = Instant.parse("2026-11-25T01:20:00Z");
    private static final int ROUNDS = 5;

    /** A labelled sentence. */
    record Case(
            String text,
            String actor,
            ThreatFrame.Person person,
            boolean staff,
            String act,
            String means,
            String target,
            String place,
            List<String> times,
            Set<ThreatFrame.Mode> modes) {
        Post post() {
            return new Post(PostIds.sha256("frames", text), "1", "bench", "", "", text, "", "", "", SAID, SAID);
        }
    }

    private Frames() {}

    /** Prints the figures. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path home = Path.of(System.getProperty("huxiao.home", "."));
        boolean wrong = List.of(args).contains("--wrong");
        Schools schools = SchoolsCsv.read(home.resolve("config/schools.csv"));
        AnalysisSettings settings = AnalysisSettings.from(
                ConfigNode.read(home.resolve("config/huxiao.yaml")).section("analysis"));
        Map<String, Judge> judges = new LinkedHashMap<>();
        judges.put("words", Judge.load(settings.asking(false), home.resolve("config"), schools));
        if (DependencyParser.installed().isPresent()) {
            judges.put("dependencies", Judge.load(settings.asking(true), home.resolve("config"), schools));
        } else {
            out.println("no dependency parser on the class path; build with -Pcorenlp for its lines\n");
        }
        for (String file : List.of("frames.jsonl", "frames-unseen.jsonl")) {
            List<Case> cases = new ArrayList<>();
            for (String line : Files.readAllLines(home.resolve("bench/data").resolve(file))) {
                cases.add(Json.read(line, Case.class));
            }
            Set<String> slots = slots(cases.get(0), ThreatFrame.NONE).keySet();
            out.println(file + ": " + cases.size() + " sentences\n\n| read by | " + String.join(" | ", slots)
                    + " | ms a post |");
            out.println("| --- |" + " --- |".repeat(slots.size() + 1));
            judges.forEach((name, judge) -> report(out, name, judge, cases, wrong && file.equals("frames.jsonl")));
            out.println();
        }
    }

    private static void report(PrintStream out, String name, Judge judge, List<Case> cases, boolean wrong) {
        Map<String, Integer> right = new LinkedHashMap<>();
        Map<String, Integer> parsers = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (int round = 0; round < ROUNDS - 1; round++) {
            cases.forEach(each -> judge.assess(each.post()));
        }
        long start = System.nanoTime();
        List<ThreatFrame> frames = cases.stream()
                .map(each -> judge.assess(each.post()).insight().frame())
                .toList();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        for (int i = 0; i < cases.size(); i++) {
            Case labelled = cases.get(i);
            parsers.merge(frames.get(i).parser(), 1, Integer::sum);
            List<String> missed = new ArrayList<>();
            slots(labelled, frames.get(i)).forEach((slot, isRight) -> {
                right.merge(slot, isRight ? 1 : 0, Integer::sum);
                if (!isRight) {
                    missed.add(slot);
                }
            });
            if (!missed.isEmpty()) {
                faults.add(labelled.text() + "\n    " + missed + " " + told(frames.get(i)));
            }
        }
        StringBuilder line = new StringBuilder("| ").append(name).append(" |");
        right.values()
                .forEach(count -> line.append(String.format(Locale.ROOT, " %.3f |", (double) count / cases.size())));
        out.printf(Locale.ROOT, "%s %.2f |%n", line, took.toNanos() / 1e6 / cases.size());
        out.println("<!-- " + parsers + " -->");
        if (wrong) {
            faults.forEach(out::println);
        }
    }

    private static String told(ThreatFrame frame) {
        return frame.person() + " " + frame.actor().text() + (frame.staff() ? " (staff)" : "") + " / "
                + frame.act().text() + " / " + frame.means().text() + " / "
                + frame.target().text() + " / "
                + frame.place().text() + " / "
                + frame.times().stream().map(window -> window.words().text()).toList() + " " + frame.modes();
    }

    private static Map<String, Boolean> slots(Case labelled, ThreatFrame frame) {
        Map<String, Boolean> slots = new LinkedHashMap<>();
        slots.put("actor", holds(labelled.actor, frame.actor()));
        slots.put("person", labelled.person == frame.person());
        slots.put("staff", labelled.staff == frame.staff());
        slots.put("act", holds(labelled.act, frame.act()));
        slots.put("means", holds(labelled.means, frame.means()));
        slots.put("target", holds(labelled.target, frame.target()));
        slots.put("place", holds(labelled.place, frame.place()));
        boolean times = labelled.times.size() == frame.times().size();
        for (int i = 0; times && i < labelled.times.size(); i++) {
            times = holds(labelled.times.get(i), frame.times().get(i).words());
        }
        slots.put("times", times);
        EnumSet<ThreatFrame.Mode> modes = EnumSet.noneOf(ThreatFrame.Mode.class);
        modes.addAll(frame.modes());
        slots.put("modes", modes.equals(labelled.modes));
        slots.put(
                "negated",
                modes.contains(ThreatFrame.Mode.NEGATED) == labelled.modes.contains(ThreatFrame.Mode.NEGATED));
        return slots;
    }

    private static boolean holds(String label, Span span) {
        return label.isEmpty() == span.isEmpty()
                && (label.contains(span.text()) || span.text().contains(label));
    }
}
