package huxiao.server.api;

import huxiao.index.Cursor;
import huxiao.index.SearchResult;
import huxiao.index.query.QueryParser;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedPosts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Search over posts. */
@RestController
@RequestMapping(path = "/api/v1/posts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "posts",
        description = "帖文 – for analysts all posts of their schools, for police those that police are told of")
class PostResource {
    private final ScopedPosts posts;
    private final QueryParser queries;

    PostResource(ScopedPosts posts, QueryParser queries) {
        this.posts = posts;
        this.queries = queries;
    }

    @GetMapping
    @Operation(summary = "Posts that a query finds, newest first; see docs/query-language.md")
    @Parameter(in = ParameterIn.QUERY, name = "q", description = "the query; every post when left out")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "1 to 200, 50 when left out",
            schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "after", description = "cursor of the page before")
    ListView<PostView> search(
            @Parameter(hidden = true) HttpServletRequest request, @AuthenticationPrincipal Person person) {
        ListParameters parameters = new ListParameters(request);
        String query = parameters.text("q").orElse("");
        int limit = parameters.limit();
        Optional<Cursor> after = parameters.cursor(Cursor::decode);
        parameters.finish();
        SearchResult result = posts.search(person, queries.parse(query), limit, after);
        return new ListView<>(
                result.hits().stream().map(hit -> PostView.of(hit.indexed())).toList(),
                result.total(),
                result.next().map(Cursor::encode).orElse(""));
    }

    @GetMapping("/{id}/similar")
    @Operation(summary = "The posts most like one: its copies first, then those that tell alike")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "1 to 200, 50 when left out",
            schema = @Schema(type = "integer"))
    List<SimilarPostView> similar(
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request,
            @AuthenticationPrincipal Person person) {
        ListParameters parameters = new ListParameters(request);
        int limit = parameters.limit();
        parameters.finish();
        return posts.similar(person, id, limit).stream()
                .map(SimilarPostView::of)
                .toList();
    }
}
