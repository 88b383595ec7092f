package huxiao.server.api;

import huxiao.model.Category;
import huxiao.model.Hazard;
import huxiao.model.HazardStatus;
import huxiao.register.HazardFilter;
import huxiao.register.HazardPage;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedHazards;
import huxiao.server.web.access.ScopedSchools;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
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

/** The risk register (风险隐患清单) of each school: list, read, enter, change, close. */
@RestController
@RequestMapping(path = "/api/v1/hazards", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "hazards", description = "风险隐患 – kept by schools; a change moves the school's risk at once")
class HazardResource {
    private static final String KEY = "[\\x21-\\x7e]{1,128}";

    private final ScopedHazards hazards;
    private final ScopedSchools schools;

    HazardResource(ScopedHazards hazards, ScopedSchools schools) {
        this.hazards = hazards;
        this.schools = schools;
    }

    @GetMapping
    @Operation(summary = "Hazards, earliest due first")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "status",
            description = "one status or several, parted by commas; all when left out")
    @Parameter(in = ParameterIn.QUERY, name = "category", description = "a kind of danger")
    @Parameter(in = ParameterIn.QUERY, name = "school", description = "code of the school")
    @Parameter(in = ParameterIn.QUERY, name = "dueBefore", description = "due before this day")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "1 to 200, 50 when left out",
            schema = @Schema(type = "integer"))
    @Parameter(in = ParameterIn.QUERY, name = "after", description = "cursor of the page before")
    ListView<Hazard> list(
            @Parameter(hidden = true) HttpServletRequest request, @AuthenticationPrincipal Person person) {
        ListParameters parameters = new ListParameters(request);
        HazardFilter filter = HazardFilter.ALL
                .withStatuses(parameters.choices("status", HazardStatus.class, HazardStatus::wireName))
                .withSchools(parameters.text("school").map(Set::of).orElse(Set.of()));
        HazardFilter narrowed = parameters
                .choice("category", Category.class, Category::wireName)
                .map(filter::withCategory)
                .orElse(filter);
        HazardFilter due = parameters.day("dueBefore").map(narrowed::dueBefore).orElse(narrowed);
        int limit = parameters.limit();
        HazardFilter paged =
                parameters.cursor(cursor -> due.page(limit, cursor)).orElse(due.page(limit, ""));
        parameters.finish();
        HazardPage page = hazards.list(person, paged);
        return new ListView<>(page.hazards(), page.total(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One hazard; its ETag is its revision")
    ResponseEntity<Hazard> get(@PathVariable String id, @AuthenticationPrincipal Person person) {
        return ResponseEntity.ok().eTag(tag(hazards.find(person, id))).body(hazards.find(person, id));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Enter a hazard; the same Idempotency-Key again gives the same hazard, with another body 422")
    @ApiResponse(responseCode = "201", description = "Entered; Location says where it is")
    ResponseEntity<Hazard> create(
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
            @RequestBody HazardForm form,
            @AuthenticationPrincipal Person person) {
        if (!key.isEmpty() && !key.matches(KEY)) {
            throw new FaultyRequestException(Fault.ofBody("fault.idempotencyKey"));
        }
        requireSchool(person, form.school());
        Hazard hazard = hazards.create(person, form.draft(), Optional.of(key).filter(given -> !given.isEmpty()));
        return ResponseEntity.created(URI.create("/api/v1/hazards/" + hazard.id()))
                .eTag(tag(hazard))
                .body(hazard);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace a hazard; 409 when somebody was faster")
    ResponseEntity<Hazard> update(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String ifMatch,
            @RequestBody HazardUpdate form,
            @AuthenticationPrincipal Person person) {
        int revision = Revisions.expected(ifMatch, form.revision());
        hazards.find(person, id);
        requireSchool(person, form.school());
        Hazard hazard = hazards.update(person, id, revision, form.draft());
        return ResponseEntity.ok().eTag(tag(hazard)).body(hazard);
    }

    @PostMapping(path = "/{id}/close", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Say that a hazard is remedied")
    ResponseEntity<Hazard> close(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String ifMatch,
            @RequestBody CloseForm form,
            @AuthenticationPrincipal Person person) {
        int revision = Revisions.expected(ifMatch, form.revision());
        Hazard hazard = hazards.close(person, id, revision, form.note());
        return ResponseEntity.ok().eTag(tag(hazard)).body(hazard);
    }

    private void requireSchool(Person person, String code) {
        if (!schools.isKnown(code)) {
            throw new FaultyRequestException(Fault.of("school", "fault.school"));
        }
        schools.find(person, code);
    }

    private static String tag(Hazard hazard) {
        return Revisions.tag(hazard.revision());
    }
}
