package huxiao.index;

import huxiao.model.AlertStatus;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Change;
import huxiao.model.Cloak;
import huxiao.model.Field;
import huxiao.model.Insight;
import huxiao.model.Level;
import huxiao.model.Likeness;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Route;
import huxiao.model.SchoolLink;
import huxiao.model.Span;
import huxiao.model.Stance;
import huxiao.model.ThreatFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A post in the words of a test: {@code post("a").text("…").at("2026-11-01T08:00:00Z").orange("bullying").build()}. */
public final class PostFixture {
    private final String id;
    private String title = "";
    private String text = "平常的一天";
    private String source = "forum";
    private String author = "";
    private String place = "";
    private Instant publishedAt = Instant.parse("2026-11-20T04:00:00Z");
    private Instant collectedAt = Instant.parse("2026-11-20T05:00:00Z");
    private Level level = Level.NONE;
    private List<Category> categories = List.of();
    private Stance stance = Stance.OPINION;
    private List<SchoolLink> schools = List.of();
    private String alert = "";
    private AlertStatus status = AlertStatus.UNVERIFIED;
    private int revision = 1;
    private Likeness likeness = Likeness.NONE;
    private final List<Change> changes = new ArrayList<>();

    private PostFixture(String id) {
        this.id = id;
    }

    public static PostFixture post(String id) {
        return new PostFixture(id);
    }

    public PostFixture title(String value) {
        title = value;
        return this;
    }

    public PostFixture text(String value) {
        text = value;
        return this;
    }

    public PostFixture source(String value) {
        source = value;
        return this;
    }

    public PostFixture author(String value) {
        author = value;
        return this;
    }

    public PostFixture place(String value) {
        place = value;
        return this;
    }

    /** Published then, collected an hour later. */
    public PostFixture at(String time) {
        return at(Instant.parse(time));
    }

    /** Published then, collected an hour later. */
    public PostFixture at(Instant time) {
        publishedAt = time;
        collectedAt = time.plusSeconds(3600);
        return this;
    }

    public PostFixture collected(String time) {
        collectedAt = Instant.parse(time);
        return this;
    }

    public PostFixture judged(Level value, Category... kinds) {
        level = value;
        categories = List.copyOf(Arrays.asList(kinds));
        return this;
    }

    public PostFixture stance(Stance value) {
        stance = value;
        return this;
    }

    public PostFixture linked(String... codes) {
        List<SchoolLink> links = new ArrayList<>(schools);
        Arrays.stream(codes)
                .map(code -> new SchoolLink(code, 0.9, Span.NOWHERE))
                .forEach(links::add);
        schools = links;
        return this;
    }

    public PostFixture candidate(String code) {
        List<SchoolLink> links = new ArrayList<>(schools);
        links.add(new SchoolLink(code, 0.3, Span.NOWHERE));
        schools = links;
        return this;
    }

    public PostFixture alert(String value) {
        alert = value;
        return this;
    }

    /** Where its alert stands. */
    public PostFixture stands(AlertStatus value, int atRevision) {
        status = value;
        revision = atRevision;
        return this;
    }

    /** What is written so in the text, at its first place, was read otherwise. */
    public PostFixture hidden(String written, String read) {
        int start = text.indexOf(written);
        changes.add(new Change(new Span(Field.TEXT, start, start + written.length(), written), read, Cloak.HOMOPHONE));
        return this;
    }

    /** So many characters of the text, as far as it has them, were read otherwise. */
    public PostFixture hidden(int first, int count, String read) {
        int[] characters = text.codePoints().toArray();
        int end = Math.min(first + count, characters.length);
        if (first < end) {
            int start = text.offsetByCodePoints(0, first);
            String written = new String(characters, first, end - first);
            changes.add(new Change(new Span(Field.TEXT, start, start + written.length(), written), read, Cloak.SHAPE));
        }
        return this;
    }

    /** Written so: copies differ in few bits. */
    public PostFixture written(long fingerprint) {
        likeness = new Likeness(fingerprint, likeness.vector());
        return this;
    }

    /** Tells of something in this direction, in degrees: the cosine of two posts is that of the angle between them. */
    public PostFixture telling(double degrees) {
        float[] direction = new float[Likeness.DIMENSIONS];
        direction[0] = (float) Math.cos(Math.toRadians(degrees));
        direction[1] = (float) Math.sin(Math.toRadians(degrees));
        return telling(direction);
    }

    public PostFixture telling(float[] direction) {
        likeness = new Likeness(likeness.fingerprint(), Likeness.vector(direction));
        return this;
    }

    public IndexedPost build() {
        String version = PostIds.version(title, text);
        Post post = new Post(
                id,
                version,
                source,
                "http://127.0.0.2/" + id,
                title,
                text,
                author,
                place,
                "",
                publishedAt,
                collectedAt);
        List<Route> routes = level.isPolice() ? List.of(Route.POLICE_NOW) : List.of();
        Insight insight = new Insight(changes, ThreatFrame.NONE, List.of(), List.of());
        Assessment assessment = new Assessment(
                id, version, level, categories, Map.of(), stance, routes, 0, 0, schools, List.of(), insight);
        IndexedPost indexed = new IndexedPost(post, assessment, "", likeness);
        return alert.isEmpty() ? indexed : indexed.in(AlertState.of(alert, status, revision));
    }
}
