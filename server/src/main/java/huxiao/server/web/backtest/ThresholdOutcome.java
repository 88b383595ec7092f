package huxiao.server.web.backtest;

import huxiao.model.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What another threshold of alerts would have raised. Of a post are kept its score of danger and its level, not the probability of
 * each level: so it is known which alerts a higher threshold would not have raised, and which posts a lower one would have raised, but
 * not to which level it would have raised them.
 *
 * @param from posts published from then on were looked at
 * @param current the threshold that holds
 * @param asked the threshold that was asked about
 * @param posts how many posts were looked at
 * @param fewerAlerts alerts of which no post of that time would be left
 * @param fewerPolice alerts of which police were told and no post of that time would be left of which they are told
 * @param morePosts harmless posts that would raise an alert or join one: at most so many more alerts
 * @param ruled posts whose level a rule decided; no threshold moves them here
 * @param verified alerts of that time that a person found true and that are linked to a school of the asker's
 * @param lost the first of these that would not have been raised, last seen first
 * @param lostCount how many they are
 * @param complete whether everything of that time was looked at
 */
public record ThresholdOutcome(
        Instant from,
        double current,
        double asked,
        long posts,
        int fewerAlerts,
        int fewerPolice,
        long morePosts,
        long ruled,
        int verified,
        List<Alert> lost,
        int lostCount,
        boolean complete) {
    public ThresholdOutcome {
        Objects.requireNonNull(from, "from");
        lost = List.copyOf(lost);
    }
}
