package huxiao.server.web.console;

import huxiao.index.Cursor;
import huxiao.index.IndexUnavailableException;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.SearchTimeoutException;
import huxiao.index.query.QueryException;
import huxiao.index.query.QueryParser;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedPosts;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search over posts, harmless ones too. */
@Controller
class PostPages {
    private static final Logger LOG = LoggerFactory.getLogger(PostPages.class);
    private static final int PAGE = 30;

    private final ScopedPosts posts;
    private final QueryParser queries;

    PostPages(ScopedPosts posts, QueryParser queries) {
        this.posts = posts;
        this.queries = queries;
    }

    @GetMapping("/posts")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal Person person,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("after", after);
        try {
            SearchResult result = posts.search(
                    person, new SearchRequest(queries.parse(q), PAGE, cursor(after), false, Optional.empty()));
            model.addAttribute("result", result);
            model.addAttribute("next", result.next().map(Cursor::encode).orElse(""));
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

    private static Optional<Cursor> cursor(String after) {
        try {
            return after.isEmpty() ? Optional.empty() : Optional.of(Cursor.decode(after));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
