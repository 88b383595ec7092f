package huxiao.bench.events;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Judge;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import huxiao.register.AlertMember;
import huxiao.streaming.group.EventGrouping;
import huxiao.streaming.group.GroupSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Measures grouping on tellings of events written by hand (bench/data/events): {@code Events HOME}. The posts come in the order of
 * their times, as in the stream; two posts count as put together when they end in one alert, however they came there.
 */
public final class Events {
    /** No two posts of the data lie so close together. */
    private static final Duration NEVER = Duration.ZERO;

    private Events() {}

    /** Runs the command; exit 2 on wrong use. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0], "bench/data/events"))) {
            out.println("usage: Events HOME");
            System.exit(2);
        }
        out.print(table(Path.of(arguments[0])));
    }

    /** The figures of every rule on every part, as Markdown. */
    static String table(Path home) throws IOException {
        Path config = home.resolve("config");
        ConfigNode settings = ConfigNode.read(config.resolve("huxiao.yaml"));
        Judge judge = Judge.load(
                AnalysisSettings.from(settings.section("analysis")),
                config,
                SchoolsCsv.read(config.resolve("schools.csv")));
        StringBuilder table = new StringBuilder(
                        "| part | rule | precision | recall | F1 | events told as one | alerts |\n")
                .append("| --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
        for (String part : List.of("tellings", "tellings-last")) {
            List<Telling> tellings =
                    new ArrayList<>(Telling.read(home.resolve("bench/data/events/" + part + ".jsonl"), judge));
            tellings.sort(
                    Comparator.comparing((Telling telling) -> telling.member().eventTime())
                            .thenComparing(telling -> telling.member().postId()));
            rules(GroupSettings.from(settings.section("group")))
                    .forEach((rule, group) ->
                            table.append(row(part, rule, Figures.of(tellings, alerts(tellings, group)))));
        }
        return table.toString();
    }

    private static Map<String, GroupSettings> rules(GroupSettings all) {
        Map<String, GroupSettings> rules = new LinkedHashMap<>();
        rules.put("copies alone", with(all, NEVER, 2, NEVER, NEVER));
        rules.put(
                "copies, or school, kind and " + all.eventWindow().toHours() + " h",
                with(all, all.eventWindow(), -1, NEVER, NEVER));
        rules.put("copies, or school and vectors", with(all, NEVER, all.different(), NEVER, all.retoldWindow()));
        rules.put(
                "all but what is told at once",
                with(all, all.eventWindow(), all.different(), NEVER, all.retoldWindow()));
        rules.put("all together", all);
        return rules;
    }

    private static GroupSettings with(
            GroupSettings all, Duration eventWindow, double different, Duration onceWindow, Duration retoldWindow) {
        return new GroupSettings(
                all.copyDistance(),
                all.copyWindow(),
                eventWindow,
                different,
                onceWindow,
                all.differentAtOnce(),
                retoldWindow,
                all.retold());
    }

    /** The alert of each telling. */
    private static Map<Telling, String> alerts(List<Telling> tellings, GroupSettings settings) {
        Map<Telling, String> alerts = new LinkedHashMap<>();
        List<AlertMember> members = new ArrayList<>();
        for (Telling telling : tellings) {
            Optional<AlertMember> joined = EventGrouping.match(telling.member(), members, settings);
            String alert =
                    joined.map(AlertMember::alertId).orElse(telling.member().postId());
            alerts.put(telling, alert);
            AlertMember alone = telling.member();
            members.add(new AlertMember(
                    alert,
                    alone.postId(),
                    alone.likeness(),
                    alone.category(),
                    alone.schools(),
                    alone.eventTime(),
                    true));
        }
        return alerts;
    }

    private static String row(String part, String rule, Figures figures) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.2f | %d of %d | %d |%n",
                part,
                rule,
                figures.precision(),
                figures.recall(),
                figures.f1(),
                figures.whole(),
                figures.events(),
                figures.alerts());
    }
}
