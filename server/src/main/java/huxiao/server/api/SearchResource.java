package huxiao.server.api;

import huxiao.register.HitReader;
import huxiao.register.SavedSearch;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedSearches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The searches that whoever asks keeps, and what these found. */
@RestController
@RequestMapping(path = "/api/v1/searches", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "searches", description = "已存搜索 – your own; matched against every post that is stored")
class SearchResource {
    private static final String QUERY = "/query";

    private final ScopedSearches searches;

    SearchResource(ScopedSearches searches) {
        this.searches = searches;
    }

    @GetMapping
    @Operation(summary = "Your saved searches, in the order in which you saved them")
    ListView<SearchView> list(
            @Parameter(hidden = true) HttpServletRequest request, @AuthenticationPrincipal Person person) {
        new ListParameters(request).finish();
        Map<String, Long> unseen = searches.unseen(person);
        List<SearchView> views = searches.list(person).stream()
                .map(search -> view(search, unseen))
                .toList();
        return new ListView<>(views, views.size(), "");
    }

    @GetMapping("/{id}")
    @Operation(summary = "One saved search; its ETag is its revision")
    ResponseEntity<SearchView> get(@PathVariable String id, @AuthenticationPrincipal Person person) {
        return answer(ResponseEntity.ok(), searches.find(person, id), person);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Save a search; it finds what is stored from now on. 409 when you keep as many as one may")
    @ApiResponse(responseCode = "201", description = "Saved; Location says where it is")
    ResponseEntity<SearchView> create(@RequestBody SearchForm form, @AuthenticationPrincipal Person person) {
        SavedSearch search = FaultyQueryException.at(QUERY, () -> searches.create(person, form.draft()));
        return answer(ResponseEntity.created(URI.create("/api/v1/searches/" + search.id())), search, person);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace a saved search; 409 when it was changed since")
    ResponseEntity<SearchView> update(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String ifMatch,
            @RequestBody SearchUpdate form,
            @AuthenticationPrincipal Person person) {
        int revision = Revisions.expected(ifMatch, form.revision());
        SavedSearch search = FaultyQueryException.at(QUERY, () -> searches.update(person, id, revision, form.draft()));
        return answer(ResponseEntity.ok(), search, person);
    }

    @PostMapping(path = "/{id}/end", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "End a saved search; the list of what it found goes with it, the posts stay")
    @ApiResponse(responseCode = "204", description = "Ended")
    ResponseEntity<Void> end(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String ifMatch,
            @RequestBody EndForm form,
            @AuthenticationPrincipal Person person) {
        searches.end(person, id, Revisions.expected(ifMatch, form.revision()));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}/hits")
    @Operation(summary = "Posts that it found and you may see, newest find first")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "1 to 200, 50 when left out",
            schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "after", description = "cursor of the page before")
    ListView<FoundView> hits(
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request,
            @AuthenticationPrincipal Person person) {
        ListParameters parameters = new ListParameters(request);
        int limit = parameters.limit();
        String after = parameters.cursor(HitReader::checked).orElse("");
        parameters.finish();
        ScopedSearches.Page page = searches.hits(person, id, limit, after);
        return new ListView<>(page.items().stream().map(FoundView::of).toList(), page.total(), page.next());
    }

    @PostMapping(path = "/{id}/seen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Say what you have seen; it counts as unseen no more")
    @ApiResponse(responseCode = "204", description = "Noted")
    ResponseEntity<Void> seen(
            @PathVariable String id, @RequestBody SeenForm form, @AuthenticationPrincipal Person person) {
        searches.seen(person, id, form.until());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<SearchView> answer(ResponseEntity.BodyBuilder answer, SavedSearch search, Person person) {
        return answer.eTag(Revisions.tag(search.revision())).body(view(search, searches.unseen(person)));
    }

    private SearchView view(SavedSearch search, Map<String, Long> unseen) {
        return SearchView.of(search, unseen.getOrDefault(search.id(), 0L), searches.fault(search));
    }
}
