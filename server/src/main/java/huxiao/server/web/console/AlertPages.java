package huxiao.server.web.console;

import huxiao.index.IndexUnavailableException;
import huxiao.index.SearchTimeoutException;
import huxiao.index.SimilarPost;
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
import huxiao.server.web.access.NotFoundException;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedAlerts;
import huxiao.server.web.access.ScopedHazards;
import huxiao.server.web.access.ScopedPosts;
import huxiao.server.web.access.ScopedSchools;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final int MOST_SIMILAR = 6;

    private final ScopedAlerts alerts;
    private final ScopedSchools schools;
    private final ScopedHazards hazards;
    private final ScopedPosts posts;
    private final QueryParser queries;
    private final ServerSettings settings;

    AlertPages(
            ScopedAlerts alerts,
            ScopedSchools schools,
            ScopedHazards hazards,
            ScopedPosts posts,
            QueryParser queries,
            ServerSettings settings) {
        this.alerts = alerts;
        this.schools = schools;
        this.hazards = hazards;
        this.posts = posts;
        this.queries = queries;
        this.settings = settings;
    }

    /** What is known of a linked school, beside the alert. */
    public record Context(
            School school, Optional<SchoolRisk> risk, List<Hazard> hazards, Optional<SecurityFigures> figures) {}

    /** A reason with its number. */
    public record Numbered(int number, String label, String words, double weight) {}

    /** A post that is like the leading one but of another alert or none: its alert is empty where the person may see none. */
    public record Like(SimilarPost post, String alert) {}

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
        List<AlertPost> told = alerts.posts(person, id);
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
                told.stream()
                        .filter(post -> !post.id().equals(alert.post().id()))
                        .toList());
        model.addAttribute("spread", Charts.spread(alert, told, text));
        model.addAttribute("contexts", contexts(person, alert));
        model.addAttribute(
                "history",
                alerts.history(person, id).stream().map(HistoryStep::of).toList());
        model.addAttribute("deliveries", person.seesHandling() ? alerts.deliveries(person, id) : List.of());
        model.addAttribute("similar", similar(person, alert, told));
        model.addAttribute("mergeable", person.mayDecide() ? mergeable(person, alert) : List.of());
        return "alert";
    }

    /** What an engine that is away or slow does not tell now is left out: the alert itself must be read in any case. */
    private List<Like> similar(Person person, Alert alert, List<AlertPost> told) {
        if (!person.maySearchPosts()) {
            return List.of();
        }
        Set<String> own = told.stream().map(AlertPost::id).collect(Collectors.toSet());
        List<SimilarPost> found;
        try {
            found = posts.similar(person, alert.post().id(), own.size() + MOST_SIMILAR).stream()
                    .filter(similar -> !own.contains(similar.indexed().post().id()))
                    .limit(MOST_SIMILAR)
                    .toList();
        } catch (NotFoundException e) {
            return List.of();
        } catch (IndexUnavailableException | SearchTimeoutException e) {
            LOG.warn("similar posts cannot be shown", e);
            return List.of();
        }
        Map<String, String> homes = alerts.ofPosts(
                person,
                found.stream().map(similar -> similar.indexed().post().id()).toList());
        return found.stream()
                .map(similar -> new Like(
                        similar, homes.getOrDefault(similar.indexed().post().id(), "")))
                .toList();
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

    @PostMapping("/alerts/{id}/part")
    String part(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam(name = "posts", defaultValue = "") Set<String> chosen,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        next.addAttribute("id", id);
        if (chosen.isEmpty()) {
            next.addFlashAttribute("notice", Notice.bad("notice.noPosts"));
        } else {
            Steps.take(
                    next,
                    Notice.good("notice.parted"),
                    () -> next.addAttribute(
                            "id",
                            alerts.part(person, id, chosen, revision, Notes.clean(note))
                                    .id()));
        }
        return "redirect:/alerts/{id}";
    }

    @PostMapping("/alerts/{id}/unmerge")
    String unmerge(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        Steps.take(next, Notice.good("notice.unmerged"), () -> alerts.unmerge(person, id, revision, Notes.clean(note)));
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
