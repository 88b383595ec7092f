package huxiao.server.web.console;

import huxiao.index.CalendarUnit;
import huxiao.index.Cursor;
import huxiao.index.Facets;
import huxiao.index.IndexUnavailableException;
import huxiao.index.SearchContext;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.SearchTimeoutException;
import huxiao.index.TooManyBucketsException;
import huxiao.index.query.Comparison;
import huxiao.index.query.Query;
import huxiao.index.query.QueryException;
import huxiao.index.query.QueryParser;
import huxiao.index.query.When;
import huxiao.server.api.ExportFormat;
import huxiao.server.api.PostFile;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedPosts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Search over posts, harmless ones too. */
@Controller
class PostPages {
    private static final Logger LOG = LoggerFactory.getLogger(PostPages.class);
    private static final int PAGE = 30;

    private final ScopedPosts posts;
    private final PostFile file;
    private final QueryParser queries;

    PostPages(ScopedPosts posts, PostFile file, QueryParser queries) {
        this.posts = posts;
        this.file = file;
        this.queries = queries;
    }

    @GetMapping("/posts")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal Person person,
            @ModelAttribute("text") PageText text,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        try {
            Query query = queries.parse(q);
            SearchRequest request = new SearchRequest(query, PAGE, cursor(after), true, Optional.of(CalendarUnit.DAY));
            Found found = search(person, request);
            Narrowing narrowing = new Narrowing(q, queries);
            model.addAttribute("result", found.result());
            model.addAttribute("next", found.result().next().map(Cursor::encode).orElse(""));
            model.addAttribute("facets", FacetList.of(found.result().facets(), narrowing, text));
            model.addAttribute("week", WeekGrid.of(found.result().facets(), narrowing, text));
            model.addAttribute("chart", chart(person, query, found));
            model.addAttribute("narrowing", narrowing);
        } catch (QueryException e) {
            model.addAttribute("fault", e);
        } catch (SearchTimeoutException e) {
            model.addAttribute("slow", true);
        } catch (IndexUnavailableException e) {
            LOG.warn("a search failed", e);
            model.addAttribute("away", true);
        }
        return "posts";
    }

    /** The posts as a file; the same as the API gives, with faults as pages. */
    @GetMapping("/posts/export")
    void export(
            @RequestParam(defaultValue = "") String q,
            @RequestParam String format,
            @AuthenticationPrincipal Person person,
            HttpServletResponse response)
            throws IOException {
        ExportFormat form =
                ExportFormat.named(format).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        try {
            file.send(person, queries.parse(q), q, form, response);
        } catch (QueryException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** What was found, with counts by the unit that was not too fine. */
    private record Found(SearchResult result, CalendarUnit unit) {}

    private Found search(Person person, SearchRequest request) {
        try {
            return new Found(posts.search(person, request), CalendarUnit.DAY);
        } catch (TooManyBucketsException e) {
            return new Found(posts.search(person, request.withHistogram(CalendarUnit.MONTH)), CalendarUnit.MONTH);
        }
    }

    private Optional<PostChart> chart(Person person, Query query, Found found) {
        Map<LocalDateTime, Long> counts = found.result().facets().histogram();
        if (found.unit() != CalendarUnit.DAY || !PostChart.wantsHours(counts)) {
            return PostChart.of(counts, found.unit());
        }
        When newest = new When.Moment(
                PostChart.start(counts).atZone(SearchContext.CHINA).toInstant());
        Query recent = new Query.And(List.of(query, new Query.AtTime(Comparison.AT_LEAST, newest)));
        SearchRequest hours = SearchRequest.first(recent, 0).withHistogram(CalendarUnit.HOUR);
        Facets facets = posts.search(person, hours).facets();
        return PostChart.of(facets.histogram(), CalendarUnit.HOUR);
    }

    private static Optional<Cursor> cursor(String after) {
        try {
            return after.isEmpty() ? Optional.empty() : Optional.of(Cursor.decode(after));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
