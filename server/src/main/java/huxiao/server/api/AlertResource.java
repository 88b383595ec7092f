package huxiao.server.api;

import huxiao.index.query.QueryParser;
import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.register.AlertFilter;
import huxiao.register.AlertPage;
import huxiao.register.AlertPost;
import huxiao.register.Scope;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedAlerts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alerts: list, read, decide, merge, part, acknowledge. */
@RestController
@RequestMapping(path = "/api/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "alerts", description = "预警 – what people should look at; unverified until a person has verified it")
class AlertResource {
    private final ScopedAlerts alerts;
    private final QueryParser queries;

    AlertResource(ScopedAlerts alerts, QueryParser queries) {
        this.alerts = alerts;
        this.queries = queries;
    }

    @GetMapping
    @Operation(summary = "Alerts that the filter finds, last seen first")
    @Parameter(in = ParameterIn.QUERY, name = "q", description = "query over their posts, see docs/query-language.md")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "level",
            description = "least urgent level",
            schema = @Schema(implementation = Level.class))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "status",
            description = "one status or several, parted by commas; all when left out")
    @Parameter(in = ParameterIn.QUERY, name = "category", description = "a kind of danger")
    @Parameter(in = ParameterIn.QUERY, name = "school", description = "code of a linked school")
    @Parameter(in = ParameterIn.QUERY, name = "district", description = "district of a linked school")
    @Parameter(in = ParameterIn.QUERY, name = "from", description = "last seen at or after, RFC 3339 or a day in China")
    @Parameter(in = ParameterIn.QUERY, name = "to", description = "last seen before, RFC 3339 or a day in China")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "1 to 200, 50 when left out",
            schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "after", description = "cursor of the page before")
    ListView<AlertView> list(
            @Parameter(hidden = true) HttpServletRequest request, @AuthenticationPrincipal Person person) {
        AlertPage page = alerts.list(person, filter(new ListParameters(request)));
        return new ListView<>(page.alerts().stream().map(AlertView::of).toList(), page.total(), page.next());
    }

    private AlertFilter filter(ListParameters parameters) {
        AlertFilter filter = AlertFilter.ALL
                .atLeast(parameters.choice("level", Level.class, Level::name).orElse(Level.NONE))
                .withStatuses(parameters.choices("status", AlertStatus.class, AlertStatus::wireName))
                .withSchools(parameters.text("school").map(Set::of).orElse(Set.of()));
        AlertFilter narrowed = parameters
                .choice("category", Category.class, Category::wireName)
                .map(filter::withCategory)
                .orElse(filter);
        AlertFilter there = parameters
                .text("district")
                .map(district -> narrowed.within(Scope.ofDistrict(district)))
                .orElse(narrowed);
        AlertFilter since = parameters.moment("from").map(there::from).orElse(there);
        AlertFilter until = parameters.moment("to").map(since::to).orElse(since);
        int limit = parameters.limit();
        AlertFilter paged =
                parameters.cursor(cursor -> until.page(limit, cursor)).orElse(until.page(limit, ""));
        String query = parameters.text("q").orElse("");
        parameters.finish();
        return query.isEmpty() ? paged : paged.withIds(alerts.matching(queries.parse(query)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One alert; its ETag is its revision")
    ResponseEntity<AlertView> get(@PathVariable String id, @AuthenticationPrincipal Person person) {
        return answer(alerts.find(person, id));
    }

    @GetMapping("/{id}/posts")
    @Operation(summary = "All posts that tell of it")
    List<AlertPost> posts(@PathVariable String id, @AuthenticationPrincipal Person person) {
        return alerts.posts(person, id);
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Who did what; empty for schools")
    List<EventView> history(@PathVariable String id, @AuthenticationPrincipal Person person) {
        return alerts.history(person, id).stream().map(EventView::of).toList();
    }

    @GetMapping("/{id}/deliveries")
    @Operation(summary = "Who is told of it; not for schools")
    List<DeliveryView> deliveries(@PathVariable String id, @AuthenticationPrincipal Person person) {
        return alerts.deliveries(person, id).stream().map(DeliveryView::of).toList();
    }

    @PostMapping(path = "/{id}/decision", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Verify, reject or close; 409 when somebody was faster")
    ResponseEntity<AlertView> decide(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String ifMatch,
            @RequestBody DecisionForm form,
            @AuthenticationPrincipal Person person) {
        int revision = Revisions.expected(ifMatch, form.revision());
        return answer(alerts.decide(person, id, revision, form.verdict().status(), form.note()));
    }

    @PostMapping(path = "/{id}/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Join it into another alert of the same event")
    ResponseEntity<AlertView> merge(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String ifMatch,
            @RequestBody MergeForm form,
            @AuthenticationPrincipal Person person) {
        if (form.into().equals(id)) {
            throw new FaultyRequestException(Fault.of("into", "fault.self"));
        }
        int revision = Revisions.expected(ifMatch, form.revision());
        return answer(alerts.merge(person, id, form.into(), revision, form.note()));
    }

    @PostMapping(path = "/{id}/part", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take posts out of it into an alert of their own, which is the answer")
    ResponseEntity<AlertView> part(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String ifMatch,
            @RequestBody PartForm form,
            @AuthenticationPrincipal Person person) {
        int revision = Revisions.expected(ifMatch, form.revision());
        return answer(alerts.part(person, id, Set.copyOf(form.posts()), revision, form.note()));
    }

    @PostMapping(path = "/{id}/unmerge", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Take it out of the alert that it was merged into")
    ResponseEntity<AlertView> unmerge(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String ifMatch,
            @RequestBody UnmergeForm form,
            @AuthenticationPrincipal Person person) {
        int revision = Revisions.expected(ifMatch, form.revision());
        return answer(alerts.unmerge(person, id, revision, form.note()));
    }

    @PostMapping("/{id}/acknowledge")
    @Operation(summary = "Say that you have read it and see to it; not for schools")
    List<DeliveryView> acknowledge(@PathVariable String id, @AuthenticationPrincipal Person person) {
        return alerts.acknowledge(person, id).stream().map(DeliveryView::of).toList();
    }

    private static ResponseEntity<AlertView> answer(Alert alert) {
        return ResponseEntity.ok().eTag(Revisions.tag(alert.revision())).body(AlertView.of(alert));
    }
}
