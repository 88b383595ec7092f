package huxiao.bench.events;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well alerts are events, over pairs of posts.
 *
 * @param together pairs that are rightly in one alert
 * @param wronglyTogether pairs of two events in one alert
 * @param wronglyApart pairs of one event in two alerts
 * @param whole events that all lie in one alert which holds nothing else
 * @param events how many there are
 * @param alerts how many were made
 */
record Figures(int together, int wronglyTogether, int wronglyApart, int whole, int events, int alerts) {
    static Figures of(List<Telling> tellings, Map<Telling, String> alerts) {
        int together = 0;
        int wronglyTogether = 0;
        int wronglyApart = 0;
        for (int i = 0; i < tellings.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean oneEvent =
                        tellings.get(i).event().equals(tellings.get(j).event());
                boolean oneAlert = alerts.get(tellings.get(i)).equals(alerts.get(tellings.get(j)));
                together += oneEvent && oneAlert ? 1 : 0;
                wronglyTogether += !oneEvent && oneAlert ? 1 : 0;
                wronglyApart += oneEvent && !oneAlert ? 1 : 0;
            }
        }
        Map<String, Set<String>> alertsOf = new TreeMap<>();
        Map<String, Set<String>> eventsOf = new TreeMap<>();
        alerts.forEach((telling, alert) -> {
            alertsOf.computeIfAbsent(telling.event(), event -> new HashSet<>()).add(alert);
            eventsOf.computeIfAbsent(alert, any -> new HashSet<>()).add(telling.event());
        });
        List<String> whole = new ArrayList<>();
        alertsOf.forEach((event, its) -> {
            if (its.size() == 1 && eventsOf.get(its.iterator().next()).size() == 1) {
                whole.add(event);
            }
        });
        return new Figures(together, wronglyTogether, wronglyApart, whole.size(), alertsOf.size(), eventsOf.size());
    }

    double precision() {
        return together == 0 ? 1 : (double) together / (together + wronglyTogether);
    }

    double recall() {
        return (double) together / (together + wronglyApart);
    }

    double f1() {
        return 2.0 * together / (2.0 * together + wronglyTogether + wronglyApart);
    }
}
