package huxiao.server.web.console;

import huxiao.index.query.QueryException;
import huxiao.register.HitReader;
import huxiao.register.SavedSearch;
import huxiao.register.TooManySearchesException;
import huxiao.server.api.FaultyRequestException;
import huxiao.server.api.SearchForm;
import huxiao.server.api.SearchUpdate;
import huxiao.server.api.StrictForms;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedSearches;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** The searches that a person keeps, and what each found. The forms' faults are those of the API, beside each field. */
@Controller
class SearchPages {
    private static final int PAGE = 30;
    private static final String QUERY = "query";

    private final ScopedSearches searches;
    private final StrictForms forms;

    SearchPages(ScopedSearches searches, StrictForms forms) {
        this.searches = searches;
        this.forms = forms;
    }

    @GetMapping("/searches")
    String list(@AuthenticationPrincipal Person person, @ModelAttribute("text") PageText text, Model model) {
        return table(Map.of(), Map.of(), person, text, model);
    }

    private String table(
            Map<String, String> values, Map<String, String> faults, Person person, PageText text, Model model) {
        List<SavedSearch> own = searches.list(person);
        Map<String, String> broken = new HashMap<>();
        own.forEach(search -> searches.fault(search).ifPresent(fault -> broken.put(search.id(), words(fault, text))));
        model.addAttribute("searches", own);
        model.addAttribute("unseen", searches.unseen(person));
        model.addAttribute("broken", broken);
        model.addAttribute("values", values);
        model.addAttribute("faults", faults);
        return "searches";
    }

    @PostMapping("/searches")
    String create(
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal Person person,
            @ModelAttribute("text") PageText text,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            SearchForm form = forms.read(fields, SearchForm.class);
            SavedSearch saved = searches.create(person, form.draft());
            next.addFlashAttribute("notice", Notice.good("notice.searchSaved", saved.name()));
            return "redirect:/searches";
        } catch (FaultyRequestException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return table(fields, FieldFaults.messages(e, text), person, text, model);
        } catch (QueryException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return table(fields, Map.of(QUERY, words(e, text)), person, text, model);
        } catch (TooManySearchesException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return table(fields, Map.of("", text.of("searches.full", e.most())), person, text, model);
        }
    }

    @GetMapping("/searches/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal Person person,
            @ModelAttribute("text") PageText text,
            Model model) {
        SavedSearch search = searches.find(person, id);
        return page(search, after, values(search), Map.of(), person, text, model);
    }

    private String page(
            SavedSearch search,
            String after,
            Map<String, String> values,
            Map<String, String> faults,
            Person person,
            PageText text,
            Model model) {
        String cursor = cursor(after);
        ScopedSearches.Page hits = searches.hits(person, search.id(), PAGE, cursor);
        model.addAttribute("search", search);
        model.addAttribute("hits", hits);
        model.addAttribute("after", cursor);
        // What was found newest stands in front: with the first page all is seen up to it.
        model.addAttribute(
                "newest",
                hits.items().stream()
                        .map(item -> item.found().foundAt())
                        .findFirst()
                        .filter(newest -> cursor.isEmpty() && newest.isAfter(search.seenUntil())));
        model.addAttribute("broken", searches.fault(search).map(fault -> words(fault, text)));
        model.addAttribute("values", values);
        model.addAttribute("faults", faults);
        return "search";
    }

    private static String cursor(String after) {
        try {
            return HitReader.checked(after);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Map<String, String> values(SavedSearch search) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", search.name());
        values.put(QUERY, search.query());
        values.put("announced", Boolean.toString(search.announced()));
        values.put("revision", Integer.toString(search.revision()));
        return values;
    }

    @PostMapping("/searches/{id}")
    String update(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal Person person,
            @ModelAttribute("text") PageText text,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            SearchUpdate form = forms.read(fields, SearchUpdate.class);
            Steps.take(
                    next,
                    Notice.good("notice.searchSaved", form.name().strip()),
                    () -> searches.update(person, id, form.revision(), form.draft()));
            if (fields.containsKey("list")) {
                return "redirect:/searches";
            }
            next.addAttribute("id", id);
            return "redirect:/searches/{id}";
        } catch (FaultyRequestException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(searches.find(person, id), "", fields, FieldFaults.messages(e, text), person, text, model);
        } catch (QueryException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(searches.find(person, id), "", fields, Map.of(QUERY, words(e, text)), person, text, model);
        }
    }

    @PostMapping("/searches/{id}/end")
    String end(
            @PathVariable String id,
            @RequestParam int revision,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        String name = searches.find(person, id).name();
        Steps.take(next, Notice.good("notice.searchEnded", name), () -> searches.end(person, id, revision));
        return "redirect:/searches";
    }

    /** Never by itself: a page that is opened and left again must not hide what nobody has read. */
    @PostMapping("/searches/{id}/seen")
    String seen(
            @PathVariable String id,
            @RequestParam Instant until,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        Steps.take(next, Notice.good("notice.searchSeen"), () -> searches.seen(person, id, until));
        next.addAttribute("id", id);
        return "redirect:/searches/{id}";
    }

    private static String words(QueryException fault, PageText text) {
        return text.of("query.fault", fault.position() + 1, fault.found(), fault.expected());
    }
}
