package huxiao.server.api;

import huxiao.server.web.backtest.Backtests;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * What to try on the posts of the last days: a search, or another threshold of alerts.
 *
 * @param query in the query language; left out for a threshold
 * @param alertThreshold from which probability of danger on a post would raise an alert, above 0 and below 1; left out for a search
 * @param days how far back, 30 when left out
 */
@RequestForm
public record BacktestForm(
        @Size(max = 4000) String query,
        Double alertThreshold,
        @Min(1) @Max(Backtests.MOST_DAYS) Integer days) {
    private static final int DAYS = 30;

    public BacktestForm {
        days = days == null ? Integer.valueOf(DAYS) : days;
    }

    /** Whether a search is tried. */
    public boolean isSearch() {
        return alertThreshold == null;
    }

    /**
     * Finds the faults of the members together.
     *
     * @throws FaultyRequestException when not exactly one of the two is given, or the threshold is no probability
     */
    public void check() {
        if (query.isBlank() == isSearch()) {
            throw new FaultyRequestException(Fault.ofBody("fault.backtest"));
        }
        if (!isSearch() && !(alertThreshold > 0 && alertThreshold < 1)) {
            throw new FaultyRequestException(Fault.of("alertThreshold", "fault.probability"));
        }
    }
}
