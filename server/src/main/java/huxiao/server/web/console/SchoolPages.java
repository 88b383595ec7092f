package huxiao.server.web.console;

import huxiao.model.Contribution;
import huxiao.model.Level;
import huxiao.model.School;
import huxiao.model.SchoolRisk;
import huxiao.register.AlertFilter;
import huxiao.register.HazardFilter;
import huxiao.server.api.Fault;
import huxiao.server.api.FaultyRequestException;
import huxiao.server.api.FiguresForm;
import huxiao.server.api.StrictForms;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.RiskScale;
import huxiao.server.web.access.ScopedAlerts;
import huxiao.server.web.access.ScopedHazards;
import huxiao.server.web.access.ScopedSchools;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All schools with their risk, and one school with what its risk is made of. */
@Controller
class SchoolPages {
    private final ScopedSchools schools;
    private final ScopedAlerts alerts;
    private final ScopedHazards hazards;
    private final StrictForms forms;
    private final RiskScale scale;

    SchoolPages(ScopedSchools schools, ScopedAlerts alerts, ScopedHazards hazards, StrictForms forms, RiskScale scale) {
        this.schools = schools;
        this.alerts = alerts;
        this.hazards = hazards;
        this.forms = forms;
        this.scale = scale;
    }

    /** A line of the list. */
    record Line(School school, Optional<SchoolRisk> risk) {
        public double score() {
            return risk.map(SchoolRisk::score).orElse(0.0);
        }

        /** What the risk is made of, heaviest first. */
        public List<String> kinds() {
            return risk.map(SchoolRisk::contributions).orElse(List.of()).stream()
                    .map(Contribution::kind)
                    .distinct()
                    .toList();
        }
    }

    @GetMapping("/schools")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String district,
            @AuthenticationPrincipal Person person,
            Model model) {
        Map<String, SchoolRisk> risks = schools.risks(person);
        List<School> own = schools.list(person);
        List<Line> lines = own.stream()
                .filter(school -> district.isEmpty() || school.district().equals(district))
                .filter(school -> isNamed(school, q.strip()))
                .map(school -> new Line(school, Optional.ofNullable(risks.get(school.code()))))
                .sorted(Comparator.comparingDouble(Line::score).reversed())
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "most",
                risks.values().stream().mapToDouble(SchoolRisk::score).max().orElse(1));
        model.addAttribute(
                "districts", own.stream().map(School::district).distinct().toList());
        model.addAttribute("q", q);
        model.addAttribute("district", district);
        return "schools";
    }

    private static boolean isNamed(School school, String part) {
        return part.isEmpty()
                || school.name().contains(part)
                || school.code().equalsIgnoreCase(part)
                || school.aliases().stream().anyMatch(alias -> alias.contains(part));
    }

    @GetMapping("/schools/{code}")
    String one(
            @PathVariable String code,
            @ModelAttribute("text") PageText text,
            @AuthenticationPrincipal Person person,
            Model model) {
        School school = schools.find(person, code);
        SchoolRisk risk =
                schools.risk(person, school).orElse(new SchoolRisk(code, Level.NONE, 0, List.of(), Instant.EPOCH));
        Set<String> only = Set.of(code);
        model.addAttribute("school", school);
        model.addAttribute("risk", risk);
        model.addAttribute("chart", Charts.parts(risk, scale, text));
        model.addAttribute("scale", scale);
        model.addAttribute("figures", schools.figures(person, code));
        model.addAttribute(
                "hazards",
                hazards.list(person, HazardFilter.OPEN.withSchools(only).page(50, "")));
        model.addAttribute(
                "alerts", alerts.list(person, AlertFilter.ALL.withSchools(only).page(20, "")));
        return "school";
    }

    @PostMapping("/schools/{code}/figures")
    String report(
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        schools.find(person, code);
        try {
            FiguresForm form = forms.read(fields, FiguresForm.class);
            schools.report(person, code, form.guards(), form.lastInspection());
            next.addFlashAttribute("notice", Notice.good("notice.figures"));
        } catch (FaultyRequestException e) {
            Fault first = e.faults().get(0);
            next.addFlashAttribute(
                    "notice", Notice.bad(first.key(), first.arguments().toArray()));
        }
        next.addAttribute("code", code);
        return "redirect:/schools/{code}";
    }
}
