package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Field;
import huxiao.model.HazardSeverity;
import huxiao.model.Insight;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Reason;
import huxiao.model.Route;
import huxiao.model.School;
import huxiao.model.SchoolLink;
import huxiao.model.Schools;
import huxiao.model.Span;
import huxiao.model.Stage;
import huxiao.model.Stance;
import huxiao.model.ThreatFrame;
import huxiao.model.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small city: three schools in two districts, one of them run by the city, and those who are told. */
final class World {
    /** 新华区 by place, office and police. */
    static final School XINHUA = school("A1", "新华区实验小学", "新华区", "新华分局", "新华区教育局");

    /** 运河区 by place, office and police. */
    static final School YUNHE = school("B1", "运河区实验小学", "运河区", "运河分局", "运河区教育局");

    /** Lies in 新华区, whose police answer for it, but is run by the city. */
    static final School CITY = school("C1", "沧澜市第一中学", "新华区", "新华分局", "沧澜市教育局");

    static final Schools SCHOOLS = new Schools(List.of(XINHUA, YUNHE, CITY));

    static final Receiver DUTY = new Receiver(
            "duty",
            "webhook",
            "http://127.0.0.1/duty",
            Level.ORANGE,
            Set.of(Route.POLICE_NOW),
            List.of(),
            List.of(),
            List.of());
    static final Receiver BUREAU = new Receiver(
            "bureau", "mail", "bureau@example.org", Level.BLUE, Set.of(Route.BUREAU), List.of(), List.of(), List.of());
    static final Receiver SCHOOL = new Receiver(
            "school-a1",
            "mail",
            "a1@example.org",
            Level.BLUE,
            Set.of(Route.SCHOOL),
            List.of(),
            List.of(),
            List.of("A1"));
    static final List<Receiver> RECEIVERS = List.of(DUTY, BUREAU, SCHOOL);

    static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");

    private World() {}

    static SightingBuilder post(String id) {
        return new SightingBuilder(id);
    }

    static HazardDraft hazard(School school, String title, String due) {
        return new HazardDraft(
                school.code(),
                Category.FACILITY_HAZARD,
                title,
                "三楼走廊",
                HazardSeverity.SERIOUS,
                "王主任",
                LocalDate.parse(due));
    }

    private static School school(String code, String name, String district, String police, String bureau) {
        return new School(
                code,
                name,
                "公办",
                Stage.PRIMARY,
                1200,
                false,
                "沧澜市" + district,
                district,
                38.3,
                116.8,
                List.of("实验小学", name.substring(0, 2)),
                0,
                bureau,
                police,
                true,
                "",
                "解放路");
    }

    /** A sighting in words. */
    static final class SightingBuilder {
        private final String id;
        private String text;
        private Level level = Level.ORANGE;
        private final List<Category> categories = new ArrayList<>(List.of(Category.VIOLENCE_THREAT));
        private List<Route> routes = List.of();
        private List<String> schools = List.of("A1");
        private List<String> candidates = List.of();
        private final List<SchoolLink> nearby = new ArrayList<>();
        private String place = "";
        private String joins = "";
        private String written;
        private Instant at = MORNING;
        private Duration collectedAfter = Duration.ofMinutes(1);
        private boolean historic;

        private SightingBuilder(String id) {
            this.id = id;
            this.written = id;
            this.text = "明天带刀去学校 " + id;
        }

        SightingBuilder saying(String words) {
            text = words;
            return this;
        }

        SightingBuilder level(Level value) {
            level = value;
            return this;
        }

        SightingBuilder of(Category... values) {
            categories.clear();
            categories.addAll(List.of(values));
            return this;
        }

        SightingBuilder routes(Route... values) {
            routes = List.of(values);
            return this;
        }

        SightingBuilder about(String... codes) {
            schools = List.of(codes);
            return this;
        }

        SightingBuilder perhapsAbout(String... codes) {
            schools = List.of();
            candidates = List.of(codes);
            return this;
        }

        /** Names a place so near a school instead of the school itself. */
        SightingBuilder near(String code, double probability, int metres) {
            schools = List.of();
            nearby.add(new SchoolLink(code, probability, new Span(Field.TEXT, 0, 2, text.substring(0, 2)), metres));
            return this;
        }

        SightingBuilder from(String district) {
            place = district;
            return this;
        }

        SightingBuilder joins(Alert alert) {
            joins = alert.post().id();
            return this;
        }

        SightingBuilder joins(String postId) {
            joins = postId;
            return this;
        }

        /** With the fingerprint of another post. */
        SightingBuilder writtenLike(String postId) {
            written = postId;
            return this;
        }

        SightingBuilder at(Instant value) {
            at = value;
            return this;
        }

        SightingBuilder collectedAfter(Duration value) {
            collectedAfter = value;
            return this;
        }

        SightingBuilder historic() {
            historic = true;
            return this;
        }

        Sighting seen() {
            String version = PostIds.version("", text);
            Post post = new Post(
                    id,
                    version,
                    "forum",
                    "http://forum.example/" + id,
                    "",
                    text,
                    "0123456789abcdef",
                    place,
                    "",
                    at,
                    at.plus(collectedAfter));
            List<SchoolLink> links = new ArrayList<>();
            schools.forEach(code -> links.add(new SchoolLink(code, 0.9, Span.NOWHERE)));
            candidates.forEach(code -> links.add(new SchoolLink(code, 0.2, Span.NOWHERE)));
            links.addAll(nearby);
            String word = text.substring(0, Math.min(2, text.length()));
            Assessment assessment = new Assessment(
                    id,
                    version,
                    level,
                    categories,
                    Map.of(categories.get(0), 0.9),
                    Stance.INTENT,
                    routes.isEmpty() ? defaultRoutes() : routes,
                    3.5,
                    -2,
                    links,
                    List.of(new Reason(new Span(Field.TEXT, 0, word.length(), word), "lexicon:weapon", 2.5)),
                    announced(new Span(Field.TEXT, 0, word.length(), word), at));
            return new Sighting(post, assessment, written.hashCode(), joins, historic);
        }

        private Insight announced(Span act, Instant at) {
            ThreatFrame frame = new ThreatFrame(
                    Span.NOWHERE,
                    ThreatFrame.Person.FIRST,
                    false,
                    act,
                    Span.NOWHERE,
                    Span.NOWHERE,
                    Span.NOWHERE,
                    List.of(new TimeWindow(act, at, at.plusSeconds(1800))),
                    List.of(ThreatFrame.Mode.FUTURE),
                    "words");
            return new Insight(List.of(), frame, List.of(), nearby);
        }

        private List<Route> defaultRoutes() {
            return level.isPolice()
                    ? List.of(Route.POLICE_NOW, Route.SCHOOL, Route.BUREAU)
                    : List.of(Route.SCHOOL, Route.BUREAU);
        }
    }
}
