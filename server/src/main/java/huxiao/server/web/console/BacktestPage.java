package huxiao.server.web.console;

import huxiao.index.IndexUnavailableException;
import huxiao.index.SearchTimeoutException;
import huxiao.index.query.Comparison;
import huxiao.index.query.Query;
import huxiao.index.query.QueryException;
import huxiao.index.query.QueryParser;
import huxiao.index.query.When;
import huxiao.server.api.BacktestForm;
import huxiao.server.api.FaultyRequestException;
import huxiao.server.api.StrictForms;
import huxiao.server.web.access.Person;
import huxiao.server.web.backtest.Backtests;
import huxiao.server.web.backtest.SearchOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a search, or another threshold, would have found. The form's faults are those of the API, beside each field. */
@Controller
class BacktestPage {
    private static final Logger LOG = LoggerFactory.getLogger(BacktestPage.class);
    private static final String DAYS = "30";

    private final Backtests backtests;
    private final QueryParser queries;
    private final StrictForms forms;

    BacktestPage(Backtests backtests, QueryParser queries, StrictForms forms) {
        this.backtests = backtests;
        this.queries = queries;
        this.forms = forms;
    }

    /** The form, filled in where a link says what to try; looking over the posts begins with a click. */
    @GetMapping("/backtest")
    String form(@RequestParam(defaultValue = "") String q, @AuthenticationPrincipal Person person, Model model) {
        Map<String, String> values = new HashMap<>();
        values.put("query", q);
        values.put("days", DAYS);
        return page(values, Map.of(), person, model);
    }

    private String page(Map<String, String> values, Map<String, String> faults, Person person, Model model) {
        if (!person.maySearchPosts()) {
            throw new AccessDeniedException("schools do not search posts");
        }
        model.addAttribute("values", values);
        model.addAttribute("faults", faults);
        model.addAttribute("current", backtests.threshold());
        return "backtest";
    }

    /** The query that lists just the posts that were counted: not those of before the days looked at. */
    private Optional<String> listed(String query, Instant from) {
        return new Narrowing(query, queries).with(new Query.AtTime(Comparison.AT_LEAST, new When.Moment(from)));
    }

    @PostMapping("/backtest")
    String run(
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal Person person,
            @ModelAttribute("text") PageText text,
            Model model,
            HttpServletResponse response) {
        Map<String, String> faults = new HashMap<>();
        try {
            BacktestForm form = forms.read(fields, BacktestForm.class);
            form.check();
            if (form.isSearch()) {
                SearchOutcome outcome = backtests.search(person, queries.parse(form.query()), form.days());
                model.addAttribute("search", outcome);
                model.addAttribute("listed", listed(form.query(), outcome.from()));
            } else {
                model.addAttribute("threshold", backtests.threshold(person, form.alertThreshold(), form.days()));
            }
            return page(fields, faults, person, model);
        } catch (FaultyRequestException e) {
            faults.putAll(FieldFaults.messages(e, text));
        } catch (QueryException e) {
            faults.put("query", text.of("query.fault", e.position() + 1, e.found(), e.expected()));
        } catch (SearchTimeoutException e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            faults.put("", text.of("query.slow"));
            return page(fields, faults, person, model);
        } catch (IndexUnavailableException e) {
            LOG.warn("a back-test failed", e);
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            faults.put("", text.of("query.away"));
            return page(fields, faults, person, model);
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return page(fields, faults, person, model);
    }
}
