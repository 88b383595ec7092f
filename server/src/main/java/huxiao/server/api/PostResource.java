package huxiao.server.api;

import huxiao.index.CalendarUnit;
import huxiao.index.Cursor;
import huxiao.index.SearchRequest;
import huxiao.index.query.Query;
import huxiao.index.query.QueryParser;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.PostFacet;
import huxiao.server.web.access.ScopedPosts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    private final PostFile file;
    private final QueryParser queries;

    PostResource(ScopedPosts posts, PostFile file, QueryParser queries) {
        this.posts = posts;
        this.file = file;
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
    @Parameter(
            in = ParameterIn.QUERY,
            name = "facets",
            description =
                    "by what all matching posts are counted, parted by commas: level, category, stance, school, district, "
                            + "source, status, hour_of_week")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "histogram",
            description = "by which stretch of the calendar in China all matching posts are counted",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"hour", "day", "week", "month"}))
    PostListView search(@Parameter(hidden = true) HttpServletRequest request, @AuthenticationPrincipal Person person) {
        ListParameters parameters = new ListParameters(request);
        String query = parameters.text("q").orElse("");
        int limit = parameters.limit();
        Optional<Cursor> after = parameters.cursor(Cursor::decode);
        Set<PostFacet> facets = parameters.choices("facets", PostFacet.class, PostFacet::wireName);
        Optional<CalendarUnit> histogram = parameters.choice(
                "histogram", CalendarUnit.class, unit -> unit.name().toLowerCase(Locale.ROOT));
        parameters.finish();
        SearchRequest wanted = new SearchRequest(queries.parse(query), limit, after, !facets.isEmpty(), histogram);
        return PostListView.of(posts.search(person, wanted), facets, histogram.isPresent());
    }

    @GetMapping(path = "/export", produces = MediaType.ALL_VALUE)
    @Operation(
            summary =
                    "All posts that a query finds, newest first, as a file; an answer that is not complete breaks off",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = {@Content(mediaType = "application/jsonl"), @Content(mediaType = "text/csv")}))
    @Parameter(in = ParameterIn.QUERY, name = "q", description = "the query; every post when left out")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "format",
            description = "jsonl, a post on each line, when left out",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"jsonl", "csv"}))
    void export(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response,
            @AuthenticationPrincipal Person person)
            throws IOException {
        ListParameters parameters = new ListParameters(request);
        String written = parameters.text("q").orElse("");
        ExportFormat format = parameters
                .choice("format", ExportFormat.class, ExportFormat::wireName)
                .orElse(ExportFormat.JSONL);
        parameters.finish();
        Query query = queries.parse(written);
        file.send(person, query, written, format, response);
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
