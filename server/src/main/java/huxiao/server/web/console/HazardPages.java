package huxiao.server.web.console;

import huxiao.model.Category;
import huxiao.model.Hazard;
import huxiao.model.HazardSeverity;
import huxiao.model.HazardStatus;
import huxiao.register.HazardFilter;
import huxiao.register.HazardPage;
import huxiao.server.api.Fault;
import huxiao.server.api.FaultyRequestException;
import huxiao.server.api.HazardForm;
import huxiao.server.api.HazardUpdate;
import huxiao.server.api.StrictForms;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedHazards;
import huxiao.server.web.access.ScopedSchools;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The risk register: table and form. The form's faults are those of the API, in the reader's language beside each field. */
@Controller
class HazardPages {
    private static final int PAGE = 50;
    private static final List<String> FIELDS =
            List.of("school", "category", "title", "detail", "severity", "owner", "due", "status", "revision");

    private final ScopedHazards hazards;
    private final ScopedSchools schools;
    private final StrictForms forms;

    HazardPages(ScopedHazards hazards, ScopedSchools schools, StrictForms forms) {
        this.hazards = hazards;
        this.schools = schools;
        this.forms = forms;
    }

    @GetMapping("/hazards")
    String list(
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "") String after,
            @ModelAttribute("text") PageText text,
            @AuthenticationPrincipal Person person,
            Model model) {
        Map<String, String> empty = new LinkedHashMap<>();
        empty.put("school", school);
        empty.put("severity", HazardSeverity.MINOR.wireName());
        empty.put("due", text.today().plusDays(14).toString());
        empty.put("key", UUID.randomUUID().toString());
        return table(status, school, after, empty, Map.of(), text, person, model);
    }

    private String table(
            String status,
            String school,
            String after,
            Map<String, String> values,
            Map<String, String> faults,
            PageText text,
            Person person,
            Model model) {
        HazardFilter filter =
                switch (status) {
                    case "closed" -> HazardFilter.ALL.withStatuses(Set.of(HazardStatus.CLOSED));
                    case "all" -> HazardFilter.ALL;
                    case "overdue" -> HazardFilter.OPEN.dueBefore(text.today());
                    default -> HazardFilter.OPEN;
                };
        if (schools.isKnown(school)) {
            filter = filter.withSchools(Set.of(school));
        }
        HazardPage page = hazards.list(person, paged(filter, after));
        model.addAttribute("page", page);
        model.addAttribute("status", status);
        model.addAttribute("school", school);
        model.addAttribute("after", after);
        form(values, faults, person, model);
        return "hazards";
    }

    private static HazardFilter paged(HazardFilter filter, String after) {
        try {
            return filter.page(PAGE, after);
        } catch (IllegalArgumentException e) {
            return filter.page(PAGE, "");
        }
    }

    private void form(Map<String, String> values, Map<String, String> faults, Person person, Model model) {
        model.addAttribute("values", values);
        model.addAttribute("faults", faults);
        model.addAttribute("schools", schools.list(person));
        model.addAttribute("categories", Category.values());
        model.addAttribute("severities", HazardSeverity.values());
    }

    @PostMapping("/hazards")
    String create(
            @RequestParam Map<String, String> fields,
            @ModelAttribute("text") PageText text,
            @AuthenticationPrincipal Person person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            HazardForm form = forms.read(fields, HazardForm.class);
            requireSchool(form.school());
            Optional<String> key =
                    Optional.of(fields.getOrDefault("key", "")).filter(given -> given.matches("[0-9a-f-]{36}"));
            Hazard hazard = hazards.create(person, form.draft(), key);
            next.addFlashAttribute("notice", Notice.good("notice.hazard", hazard.title()));
            return "redirect:/hazards";
        } catch (FaultyRequestException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return table("open", "", "", fields, messages(e, text), text, person, model);
        }
    }

    @GetMapping("/hazards/{id}")
    String one(@PathVariable String id, @AuthenticationPrincipal Person person, Model model) {
        Hazard hazard = hazards.find(person, id);
        model.addAttribute("hazard", hazard);
        form(values(hazard), Map.of(), person, model);
        return "hazard";
    }

    private static Map<String, String> values(Hazard hazard) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("school", hazard.school());
        values.put("category", hazard.category().wireName());
        values.put("title", hazard.title());
        values.put("detail", hazard.detail());
        values.put("severity", hazard.severity().wireName());
        values.put("owner", hazard.owner());
        values.put("due", hazard.due().toString());
        values.put("status", hazard.status().wireName());
        values.put("revision", Integer.toString(hazard.revision()));
        return values;
    }

    @PostMapping("/hazards/{id}")
    String update(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            @ModelAttribute("text") PageText text,
            @AuthenticationPrincipal Person person,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            HazardUpdate form = forms.read(fields, HazardUpdate.class);
            requireSchool(form.school());
            Steps.take(
                    next,
                    Notice.good("notice.hazard", form.title()),
                    () -> hazards.update(person, id, form.revision(), form.draft()));
            next.addAttribute("id", id);
            return "redirect:/hazards/{id}";
        } catch (FaultyRequestException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("hazard", hazards.find(person, id));
            form(fields, messages(e, text), person, model);
            return "hazard";
        }
    }

    @PostMapping("/hazards/{id}/close")
    String close(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        Steps.take(
                next, Notice.good("notice.hazardClosed"), () -> hazards.close(person, id, revision, Notes.clean(note)));
        next.addAttribute("id", id);
        return "redirect:/hazards/{id}";
    }

    private void requireSchool(String code) {
        if (!schools.isKnown(code)) {
            throw new FaultyRequestException(Fault.of("school", "fault.school"));
        }
    }

    private static Map<String, String> messages(FaultyRequestException e, PageText text) {
        Map<String, String> messages = new LinkedHashMap<>();
        for (Fault fault : e.faults()) {
            String field = FIELDS.contains(fault.member()) ? fault.member() : "";
            messages.putIfAbsent(field, text.of(fault.key(), fault.arguments().toArray()));
        }
        return messages;
    }
}
