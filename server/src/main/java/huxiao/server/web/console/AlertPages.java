package huxiao.server.web.console;

import huxiao.index.IndexUnavailableException;
import huxiao.index.SearchTimeoutException;
import huxiao.index.query.QueryException;
import huxiao.index.query.QueryParser;
import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Field;
import huxiao.model.Hazard;
import huxiao.model.Level;
import huxiao.model.School;
import huxiao.model.SchoolRisk;
import huxiao.model.SecurityFigures;
import huxiao.register.AlertFilter;
import huxiao.register.AlertPage;
import huxiao.register.AlertPost;
import huxiao.register.HazardFilter;
import huxiao.server.api.Verdict;
import huxiao.server.web.ServerSettings;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedAlerts;
import huxiao.server.web.access.ScopedHazards;
import huxiao.server.web.access.ScopedSchools;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of alerts and one alert. */
@Controller
class AlertPages {
    private static final Logger LOG = LoggerFactory.getLogger(AlertPages.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CHART_DAYS = 14;

    private final ScopedAlerts alerts;
    private final ScopedSchools schools;
    private final ScopedHazards hazards;
    private final QueryParser queries;
    private final ServerSettings settings;

    AlertPages(
            ScopedAlerts alerts,
            ScopedSchools schools,
            ScopedHazards hazards,
            QueryParser queries,
            ServerSettings settings) {
        this.alerts = alerts;
        this.schools = schools;
        this.hazards = hazards;
        this.queries = queries;
        this.settings = settings;
    }

    /** What is known of a linked school, beside the alert. */
    public record Context(
            School school, Optional<SchoolRisk> risk, List<Hazard> hazards, Optional<SecurityFigures> figures) {}

    /** A reason with its number. */
    public record Numbered(int number, String label, String words, double weight) {}

    @GetMapping("/alerts")
    String list(
            AlertListForm form,
            @ModelAttribute("text") PageText text,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            @AuthenticationPrincipal Person person,
            Model model) {
        AlertFilter filter = form.filter();
        if (!form.q().isEmpty()) {
            filter = filter.withIds(matching(form.q(), model));
        }
        AlertPage page = alerts.list(person, filter);
        model.addAttribute("form", form);
        model.addAttribute("page", page);
        model.addAttribute("counts", alerts.counts(person, filter.page(1, "")));
        model.addAttribute("levels", List.of(Level.RED, Level.ORANGE, Level.YELLOW, Level.BLUE));
        model.addAttribute("refresh", settings.refresh().toMillis());
        if (part) {
            return "alerts :: renewed";
        }
        model.addAttribute("schools", schools.list(person));
        model.addAttribute(
                "districts",
                schools.list(person).stream().map(School::district).distinct().toList());
        model.addAttribute("categories", Category.values());
        model.addAttribute("statuses", AlertStatus.values());
        List<Alert> recent = new ArrayList<>();
        AlertFilter days = AlertFilter.ALL.from(
                text.today().minusDays(CHART_DAYS - 1L).atStartOfDay(ZONE).toInstant());
        alerts.forEach(person, days, recent::add);
        model.addAttribute("chart", Charts.days(recent, CHART_DAYS, text));
        model.addAttribute("days", CHART_DAYS);
        return "alerts";
    }

    private Set<String> matching(String query, Model model) {
        try {
            return alerts.matching(queries.parse(query));
        } catch (QueryException e) {
            model.addAttribute("fault", e);
        } catch (SearchTimeoutException e) {
            model.addAttribute("slow", true);
        } catch (IndexUnavailableException e) {
            LOG.warn("a search failed", e);
            model.addAttribute("away", true);
        }
        return Set.of();
    }

    @GetMapping("/alerts/{id}")
    String one(
            @PathVariable String id,
            @ModelAttribute("text") PageText text,
            @AuthenticationPrincipal Person person,
            Model model) {
        Alert alert = alerts.find(person, id);
        List<AlertPost> posts = alerts.posts(person, id);
        model.addAttribute("alert", alert);
        model.addAttribute("headline", Marks.of(alert.post().title(), Field.TITLE, alert.reasons()));
        model.addAttribute("pieces", Marks.of(alert.post().text(), Field.TEXT, alert.reasons()));
        model.addAttribute("reasons", numbered(alert, text));
        model.addAttribute("frame", FrameFacts.of(alert.insight().frame(), text));
        model.addAttribute(
                "heaviest",
                alert.reasons().stream()
                        .mapToDouble(reason -> Math.abs(reason.weight()))
                        .max()
                        .orElse(1));
        model.addAttribute(
                "others",
                posts.stream()
                        .filter(post -> !post.id().equals(alert.post().id()))
                        .toList());
        model.addAttribute("spread", Charts.spread(alert, posts, text));
        model.addAttribute("contexts", contexts(person, alert));
        model.addAttribute("history", alerts.history(person, id));
        model.addAttribute("deliveries", person.seesHandling() ? alerts.deliveries(person, id) : List.of());
        model.addAttribute("mergeable", person.mayDecide() ? mergeable(person, alert) : List.of());
        return "alert";
    }

    private static List<Numbered> numbered(Alert alert, PageText text) {
        List<Numbered> numbered = new ArrayList<>();
        alert.reasons()
                .forEach(reason -> numbered.add(new Numbered(
                        numbered.size() + 1,
                        text.reason(reason.reason()),
                        reason.span().text(),
                        reason.weight())));
        return numbered;
    }

    private List<Context> contexts(Person person, Alert alert) {
        Set<String> linked = Set.copyOf(alert.schools());
        return schools.list(person).stream()
                .filter(school -> linked.contains(school.code()))
                .map(school -> new Context(
                        school,
                        schools.risk(person, school),
                        hazards.list(
                                        person,
                                        HazardFilter.OPEN
                                                .withSchools(Set.of(school.code()))
                                                .page(5, ""))
                                .hazards(),
                        schools.figures(person, school.code())))
                .toList();
    }

    /** Open alerts of the days around, of the same schools where these are known: what a duplicate would be joined into. */
    private List<Alert> mergeable(Person person, Alert alert) {
        AlertFilter around = AlertFilter.ALL
                .withStatuses(Set.of(AlertStatus.UNVERIFIED, AlertStatus.VERIFIED))
                .withSchools(Set.copyOf(alert.schools()))
                .from(alert.firstSeen().minus(Duration.ofDays(7)))
                .to(alert.lastSeen().plus(Duration.ofDays(7)))
                .page(30, "");
        return alerts.list(person, around).alerts().stream()
                .filter(other -> !other.id().equals(alert.id()))
                .toList();
    }

    @PostMapping("/alerts/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        Verdict decided = Arrays.stream(Verdict.values())
                .filter(one -> one.wireName().equals(verdict))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Steps.take(
                next,
                Notice.good("notice." + decided.wireName()),
                () -> alerts.decide(person, id, revision, decided.status(), Notes.clean(note)));
        next.addAttribute("id", id);
        return "redirect:/alerts/{id}";
    }

    @PostMapping("/alerts/{id}/merge")
    String merge(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam String into,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        if (into.isBlank() || into.equals(id)) {
            next.addFlashAttribute("notice", Notice.bad("notice.self"));
        } else {
            Steps.take(
                    next,
                    Notice.good("notice.merged"),
                    () -> alerts.merge(person, id, Notes.clean(into), revision, Notes.clean(note)));
        }
        next.addAttribute("id", id);
        return "redirect:/alerts/{id}";
    }

    @PostMapping("/alerts/{id}/acknowledge")
    String acknowledge(@PathVariable String id, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        Steps.take(next, Notice.good("notice.acknowledged"), () -> alerts.acknowledge(person, id));
        next.addAttribute("id", id);
        return "redirect:/alerts/{id}";
    }
}
