package huxiao.server.api;

import huxiao.model.School;
import huxiao.model.SchoolRisk;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedSchools;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Schools with their merged risk and their figures. */
@RestController
@RequestMapping(path = "/api/v1/schools", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "schools", description = "学校 – each with its merged risk and why it is so")
class SchoolResource {
    private final ScopedSchools schools;

    SchoolResource(ScopedSchools schools) {
        this.schools = schools;
    }

    @GetMapping
    @Operation(summary = "All schools that you answer for, in the order of the directory")
    ListView<SchoolView> list(@AuthenticationPrincipal Person person) {
        Map<String, SchoolRisk> risks = schools.risks(person);
        List<SchoolView> views = schools.list(person).stream()
                .map(school -> SchoolView.of(school, Optional.ofNullable(risks.get(school.code())), Optional.empty()))
                .toList();
        return new ListView<>(views, views.size(), "");
    }

    @GetMapping("/{code}")
    @Operation(summary = "One school with its merged risk and figures")
    SchoolView get(@PathVariable String code, @AuthenticationPrincipal Person person) {
        School school = schools.find(person, code);
        return SchoolView.of(school, schools.risk(person, school), schools.figures(person, code));
    }

    @PutMapping(path = "/{code}/figures", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Report guards and the last inspection")
    SchoolView.FiguresView report(
            @PathVariable String code, @RequestBody FiguresForm form, @AuthenticationPrincipal Person person) {
        return SchoolView.FiguresView.of(schools.report(person, code, form.guards(), form.lastInspection()));
    }
}
