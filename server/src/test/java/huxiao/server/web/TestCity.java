package huxiao.server.web;

import huxiao.analysis.AnalysisSettings;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.index.memory.InMemoryIndex;
import huxiao.index.query.SchoolLookup;
import huxiao.model.Alert;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Contribution;
import huxiao.model.Field;
import huxiao.model.HazardSeverity;
import huxiao.model.Insight;
import huxiao.model.Level;
import huxiao.model.Likeness;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Reason;
import huxiao.model.Route;
import huxiao.model.School;
import huxiao.model.SchoolLink;
import huxiao.model.SchoolRisk;
import huxiao.model.Schools;
import huxiao.model.Segmenter;
import huxiao.model.Span;
import huxiao.model.Stage;
import huxiao.model.Stance;
import huxiao.model.ThreatFrame;
import huxiao.model.TimeWindow;
import huxiao.model.Word;
import huxiao.register.Account;
import huxiao.register.HazardDraft;
import huxiao.register.Receiver;
import huxiao.register.Register;
import huxiao.register.Role;
import huxiao.register.Scope;
import huxiao.register.ShadowJudgement;
import huxiao.register.Sighting;
import huxiao.register.database.EmbeddedDatabase;
import huxiao.server.web.access.RiskScale;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * A small city with a server of its own over a real PostgreSQL: three schools, one of them run by the city; alerts of every kind of
 * right; one person of each role. Everybody's password is {@link #PASSWORD}.
 */
public final class TestCity implements AutoCloseable {
    /** Everybody's password. */
    public static final String PASSWORD = "correct horse battery";

    /** The key of school A1. */
    public static final String KEY_A1 = "hx_key-of-a1";

    /** The key of school B1. */
    public static final String KEY_B1 = "hx_key-of-b1";

    /** What opens the page of figures. */
    public static final String METRICS_TOKEN = "token-of-the-watch";

    /** Text that must never become markup, an attribute, or a link. */
    public static final String HOSTILE =
            "<script>alert(1)</script>\"><img src=x onerror=alert(2)>' autofocus onfocus=alert(3) {{7*7}} ${7*7}";

    /** Every post tells of the same, so that what one may see of similar posts is a matter of rights alone. */
    private static final Likeness ALIKE = alike();

    /** The names of all alerts. */
    public static final List<String> ALERTS = List.of("red", "staff", "care", "city", "other", "hostile");

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private final TestClock clock = new TestClock(NOON);
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final EmbeddedDatabase database;
    private final Register register;
    private final PostIndex index;
    private final WebServer server;
    private final Schools schools;

    /** Starts it over a database in a folder. */
    public TestCity(Path folder) {
        database = EmbeddedDatabase.start(folder);
        schools = new Schools(List.of(
                school("A1", "新华区实验小学", "新华区", "新华分局", "新华区教育局"),
                school("B1", "运河区第一小学" + HOSTILE, "运河区", "运河分局", "运河区教育局"),
                school("C1", "沧澜市第一中学", "新华区", "新华分局", "沧澜市教育局")));
        Receiver duty = new Receiver(
                "duty",
                "webhook",
                "http://127.0.0.1:9/duty",
                Level.ORANGE,
                Set.of(Route.POLICE_NOW),
                List.of(),
                List.of(),
                List.of());
        register = Register.open(database.settings(), List.of(duty), clock);
        register.putSchools(schools);
        index = new InMemoryIndex(SearchContext.of(characters(), SchoolLookup.of(schools), clock));
        people();
        happenings();
        comparisons();
        server = WebServer.start(settings(), parts());
    }

    /** Settings for tests: a free port, five free failures. */
    public static ServerSettings settings() {
        return new ServerSettings(
                "127.0.0.1",
                0,
                false,
                Duration.ofHours(1),
                65_536,
                5,
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                5,
                2);
    }

    /** What a server works on. */
    public WebParts parts() {
        return parts(index);
    }

    /** What a server works on, over another index. */
    public WebParts parts(PostIndex other) {
        RiskScale scale = new RiskScale(
                Map.of("alert", 60.0, "hazard", 30.0, "overdue", 20.0, "guards", 10.0, "inspection", 10.0),
                Map.of(Level.BLUE, 5.0, Level.YELLOW, 15.0, Level.ORANGE, 30.0, Level.RED, 50.0));
        return new WebParts(
                register,
                other,
                schools,
                SchoolLookup.of(schools),
                scale,
                AnalysisSettings.defaults().blue(),
                clock,
                () -> Health.UP,
                Optional.of(new Metrics(METRICS_TOKEN, "text/plain; charset=utf-8", () -> "posts_total 1\n")));
    }

    /** Where the server is. */
    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Somebody at a browser, not signed in. */
    public Visitor visitor() {
        return new Visitor(address());
    }

    /** Somebody at a browser, signed in. */
    public Visitor as(String login) {
        Visitor visitor = visitor();
        visitor.signIn(login, PASSWORD);
        return visitor;
    }

    /** A school's software. */
    public Visitor withKey(String key) {
        return new Visitor(address(), key);
    }

    /** An alert by its name in {@link #ALERTS}. */
    public Alert alert(String name) {
        return alerts.get(name);
    }

    /** Adds a post to an alert, as if it told of the same event. */
    public void join(String name, String alert) {
        Alert told = register.alerts().find(alerts.get(alert).id()).orElseThrow();
        Post post = post(name, "", "另一件事 " + name, "http://forum.example/" + name);
        Assessment assessment = new Assessment(
                post.id(),
                post.version(),
                Level.BLUE,
                told.categories(),
                Map.of(),
                Stance.WITNESS,
                told.routes(),
                1,
                0,
                List.of(new SchoolLink(told.schools().get(0), 0.9, Span.NOWHERE)),
                List.of(),
                Insight.NONE);
        register.alerts()
                .record(new Sighting(
                        post, assessment, post.id().hashCode(), told.post().id(), false));
    }

    /** The register, to look at what was written. */
    public Register register() {
        return register;
    }

    /** The index. */
    public PostIndex index() {
        return index;
    }

    /** Lets a harmless post of school B1 be found. */
    public void putHarmless(String name, String text, Instant at) {
        Post post = new Post(
                name, PostIds.version("", text), "news", "http://news.example/" + name, "", text, "", "", "", at, at);
        index.put(List.of(new IndexedPost(
                post,
                new Assessment(
                        post.id(),
                        post.version(),
                        Level.NONE,
                        List.of(),
                        Map.of(),
                        Stance.OPINION,
                        List.of(),
                        -3,
                        -2,
                        List.of(new SchoolLink("B1", 0.9, Span.NOWHERE)),
                        List.of(),
                        Insight.NONE),
                "")));
    }

    /** The clock of register and server. */
    public TestClock clock() {
        return clock;
    }

    /** An account of one role and scope. */
    public Account account(String login, Role role, Scope scope) {
        return Account.of(
                login, login + HOSTILE.substring(0, 8), role, scope, new BCryptPasswordEncoder(4).encode(PASSWORD));
    }

    private void people() {
        List.of(
                        account("analyst", Role.ANALYST, Scope.EVERYTHING),
                        account("analyst-xinhua", Role.ANALYST, Scope.ofEducationBureau("新华区教育局")),
                        account("police", Role.POLICE, Scope.EVERYTHING),
                        account("police-xinhua", Role.POLICE, Scope.ofPoliceUnit("新华分局")),
                        account("school-a1", Role.SCHOOL, Scope.ofSchool("A1")),
                        account("admin", Role.ADMIN, Scope.EVERYTHING))
                .forEach(account -> register.accounts().put(account, "test"));
        register.accounts().putKey(sha256(KEY_A1), "A1", "A1", "test");
        register.accounts().putKey(sha256(KEY_B1), "B1", "B1", "test");
    }

    /** What another model would change: the words of a hostile post, one that police would hear of, one that they would not. */
    private void comparisons() {
        register.shadow()
                .put(List.of(
                        compared("same", Level.BLUE, Level.BLUE, ""),
                        compared("new", Level.NONE, Level.ORANGE, HOSTILE),
                        compared("lost", Level.RED, Level.YELLOW, "明天带刀去学校")));
    }

    private static ShadowJudgement compared(String post, Level before, Level after, String excerpt) {
        return new ShadowJudgement(
                "0a1b2c3d4e5f",
                post,
                "v1",
                NOON,
                NOON,
                before,
                after,
                before == Level.NONE ? "" : Category.BULLYING.wireName(),
                Category.VIOLENCE_THREAT.wireName(),
                excerpt);
    }

    private void happenings() {
        raise(
                "red",
                "",
                "有人带刀在校门口",
                "http://forum.example/1",
                Level.RED,
                Category.VIOLENCE_THREAT,
                "A1",
                Route.POLICE_NOW,
                Route.SCHOOL,
                Route.BUREAU);
        raise(
                "staff",
                "",
                "老师对学生动手动脚",
                "http://forum.example/2",
                Level.ORANGE,
                Category.SEXUAL_HARM,
                "A1",
                Route.POLICE_NOW,
                Route.BUREAU);
        raise(
                "care",
                "",
                "活着没有意思",
                "http://forum.example/3",
                Level.YELLOW,
                Category.SELF_HARM,
                "A1",
                Route.CARE,
                Route.BUREAU);
        raise(
                "city",
                "",
                "食堂吃坏好几个",
                "http://forum.example/4",
                Level.YELLOW,
                Category.FOOD_HYGIENE,
                "C1",
                Route.SCHOOL,
                Route.BUREAU);
        raise(
                "other",
                "",
                "围墙要倒了",
                "http://forum.example/5",
                Level.YELLOW,
                Category.FACILITY_HAZARD,
                "B1",
                Route.SCHOOL,
                Route.BUREAU);
        raise(
                "hostile",
                HOSTILE,
                HOSTILE,
                "javascript:alert(document.domain)//" + HOSTILE,
                Level.BLUE,
                Category.TRAFFIC_HAZARD,
                "B1",
                Route.SCHOOL);
        register.hazards()
                .create(
                        new HazardDraft(
                                "A1",
                                Category.FACILITY_HAZARD,
                                "消火栓无水",
                                "三楼",
                                HazardSeverity.SERIOUS,
                                "王主任",
                                LocalDate.parse("2026-02-20")),
                        "test",
                        java.util.Optional.empty());
        register.hazards()
                .create(
                        new HazardDraft(
                                "B1",
                                Category.FACILITY_HAZARD,
                                HOSTILE,
                                HOSTILE,
                                HazardSeverity.MAJOR,
                                HOSTILE,
                                LocalDate.parse("2026-03-20")),
                        "test",
                        java.util.Optional.empty());
        register.risks()
                .put(new SchoolRisk(
                        "A1",
                        Level.RED,
                        66,
                        List.of(
                                new Contribution("alert", alert("red").id(), "有人带刀", 50, 50),
                                new Contribution("alert", alert("staff").id(), "老师对学生", 25, 10),
                                new Contribution("hazard", "h1", "消火栓无水", 6, 6)),
                        NOON));
        index.put(List.of(indexed("harmless", "食堂涨价太贵了", Level.NONE)));
    }

    /** Somebody is to do {@code act} in half an hour from noon. */
    private static Insight planned(Span act) {
        ThreatFrame frame = new ThreatFrame(
                Span.NOWHERE,
                ThreatFrame.Person.THIRD,
                true,
                act,
                Span.NOWHERE,
                Span.NOWHERE,
                Span.NOWHERE,
                List.of(new TimeWindow(act, NOON, NOON.plus(Duration.ofMinutes(30)))),
                List.of(ThreatFrame.Mode.FUTURE),
                "words");
        return new Insight(List.of(), frame, List.of(), List.of());
    }

    private void raise(
            String name,
            String title,
            String text,
            String url,
            Level level,
            Category category,
            String school,
            Route... routes) {
        Post post = post(name, title, text, url);
        String word = text.substring(0, 2);
        Assessment assessment = new Assessment(
                post.id(),
                post.version(),
                level,
                List.of(category),
                Map.of(category, 0.9),
                Stance.WITNESS,
                List.of(routes),
                3.5,
                -2,
                List.of(new SchoolLink(school, 0.9, Span.NOWHERE)),
                List.of(new Reason(new Span(Field.TEXT, 0, 2, word), "lexicon:weapon", 2.5)),
                planned(new Span(Field.TEXT, 0, 2, word)));
        Alert alert = register.alerts()
                .record(new Sighting(post, assessment, name.hashCode(), "", false))
                .alert();
        alerts.put(name, alert);
        index.put(List.of(new IndexedPost(post, assessment, alert.id(), ALIKE)));
    }

    /** Raises an alert whose post names a place so near a school instead of the school itself. */
    public Alert raiseNear(String place, String school, double probability, int metres) {
        Post post = post("near " + place, "", place + "有人打架", "http://forum.example/near");
        SchoolLink link = new SchoolLink(school, probability, new Span(Field.TEXT, 0, place.length(), place), metres);
        Assessment assessment = new Assessment(
                post.id(),
                post.version(),
                Level.YELLOW,
                List.of(Category.VIOLENCE_INCIDENT),
                Map.of(),
                Stance.WITNESS,
                List.of(Route.SCHOOL, Route.BUREAU),
                1,
                0,
                List.of(link),
                List.of(),
                new Insight(List.of(), ThreatFrame.NONE, List.of(), List.of(link)));
        return register.alerts()
                .record(new Sighting(post, assessment, post.id().hashCode(), "", false))
                .alert();
    }

    private static Likeness alike() {
        float[] direction = new float[Likeness.DIMENSIONS];
        Arrays.fill(direction, 1);
        return new Likeness(0, Likeness.vector(direction));
    }

    private static IndexedPost indexed(String name, String text, Level level) {
        Post post = post(name, "", text, "http://forum.example/" + name);
        return new IndexedPost(
                post,
                new Assessment(
                        post.id(),
                        post.version(),
                        level,
                        List.of(),
                        Map.of(),
                        Stance.OPINION,
                        List.of(),
                        -3,
                        -2,
                        List.of(new SchoolLink("A1", 0.9, Span.NOWHERE)),
                        List.of(),
                        Insight.NONE),
                "",
                ALIKE);
    }

    private static Post post(String name, String title, String text, String url) {
        return new Post(
                name,
                PostIds.version(title, text),
                "forum",
                url,
                title,
                text,
                "author-key-of-" + name,
                "",
                "",
                NOON,
                NOON);
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
                List.of(),
                0,
                bureau,
                police,
                true,
                "",
                "解放路");
    }

    /** Every character is a word. */
    private static Segmenter characters() {
        return text -> IntStream.range(0, text.length())
                .filter(at -> Character.isLetterOrDigit(text.charAt(at)))
                .mapToObj(at -> new Word(text.substring(at, at + 1), at, at + 1))
                .toList();
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        index.close();
        register.close();
        database.close();
    }
}
