package huxiao.server.api;

import huxiao.index.query.Query;
import huxiao.index.query.QueryParser;
import huxiao.server.web.access.Person;
import huxiao.server.web.backtest.Backtests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a search, or another threshold, would have found. */
@RestController
@Tag(name = "backtests", description = "回测 – what would have been found in the last days; changes nothing")
class BacktestResource {
    private final Backtests backtests;
    private final QueryParser queries;

    BacktestResource(Backtests backtests, QueryParser queries) {
        this.backtests = backtests;
        this.queries = queries;
    }

    @PostMapping(
            path = "/api/v1/backtests",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Try a search, or another threshold of alerts, on the posts of the last days; keeps nothing")
    BacktestView run(@RequestBody BacktestForm form, @AuthenticationPrincipal Person person) {
        form.check();
        if (!form.isSearch()) {
            return BacktestView.of(backtests.threshold(person, form.alertThreshold(), form.days()));
        }
        Query query = FaultyQueryException.at("/query", () -> queries.parse(form.query()));
        return BacktestView.of(backtests.search(person, query, form.days()));
    }
}
