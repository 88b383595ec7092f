package huxiao.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import huxiao.model.Alert;
import huxiao.model.Level;
import huxiao.server.web.backtest.SearchOutcome;
import huxiao.server.web.backtest.ThresholdOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What would have been found. One of the two is there, the one that was asked for.
 *
 * @param search what a search would have found
 * @param threshold what another threshold of alerts would have raised
 */
@Schema(name = "Backtest")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BacktestView(Search search, Threshold threshold) {
    /** Of a search; see {@link SearchOutcome}. */
    @Schema(name = "BacktestOfSearch")
    public record Search(
            Instant from,
            long posts,
            Map<LocalDate, Long> byDay,
            Map<Level, Long> byLevel,
            int alerts,
            int verified,
            int found,
            List<Missed> missed,
            boolean complete) {}

    /** Of a threshold; see {@link ThresholdOutcome}. */
    @Schema(name = "BacktestOfThreshold")
    public record Threshold(
            Instant from,
            double current,
            double asked,
            long posts,
            int fewerAlerts,
            int fewerPolice,
            long morePosts,
            long ruled,
            int verified,
            int lostCount,
            List<Missed> lost,
            boolean complete) {}

    /** A verified alert that would be missed. */
    @Schema(name = "MissedAlert")
    public record Missed(String id, Level level, Instant lastSeen, List<String> schools, String link) {
        static Missed of(Alert alert) {
            return new Missed(
                    alert.id(), alert.level(), alert.lastSeen(), alert.schools(), "/api/v1/alerts/" + alert.id());
        }
    }

    static BacktestView of(SearchOutcome outcome) {
        return new BacktestView(
                new Search(
                        outcome.from(),
                        outcome.posts(),
                        outcome.byDay(),
                        outcome.byLevel(),
                        outcome.alerts(),
                        outcome.verified(),
                        outcome.found(),
                        outcome.missed().stream().map(Missed::of).toList(),
                        outcome.complete()),
                null);
    }

    static BacktestView of(ThresholdOutcome outcome) {
        return new BacktestView(
                null,
                new Threshold(
                        outcome.from(),
                        outcome.current(),
                        outcome.asked(),
                        outcome.posts(),
                        outcome.fewerAlerts(),
                        outcome.fewerPolice(),
                        outcome.morePosts(),
                        outcome.ruled(),
                        outcome.verified(),
                        outcome.lostCount(),
                        outcome.lost().stream().map(Missed::of).toList(),
                        outcome.complete()));
    }
}
