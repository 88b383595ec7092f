package huxiao.streaming.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.index.IndexSettings;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.RefusedPostsException;
import huxiao.index.SearchContext;
import huxiao.index.lucene.LuceneIndex;
import huxiao.index.query.PostStatus;
import huxiao.index.query.SchoolLookup;
import huxiao.model.Alert;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Insight;
import huxiao.model.Level;
import huxiao.model.Likeness;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Route;
import huxiao.model.Schools;
import huxiao.model.Stance;
import huxiao.model.Word;
import huxiao.register.ChangePosition;
import huxiao.register.Register;
import huxiao.register.RegisterChange;
import huxiao.register.Sighting;
import huxiao.register.database.EmbeddedDatabase;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts on their way while people part alerts: what is said of a change and the post itself come in either order. */
class PlacedPostsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @TempDir
    static Path databaseFolder;

    private static EmbeddedDatabase database;

    @TempDir
    Path folder;

    private Register register;
    private PostIndex index;
    private PlacedPosts posts;
    private ChangePosition told;
    private int next;

    @BeforeAll
    static void startDatabase() {
        database = EmbeddedDatabase.start(databaseFolder);
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void open() {
        register = Register.open(database.settings(), List.of(), Clock.systemUTC());
        SearchContext letters = SearchContext.of(
                text -> IntStream.range(0, text.length())
                        .mapToObj(at -> new Word(text.substring(at, at + 1), at, at + 1))
                        .toList(),
                SchoolLookup.of(new Schools(List.of())),
                Clock.systemUTC());
        index = LuceneIndex.open(folder, letters, IndexSettings.DEFAULT);
        posts = new PlacedPosts(index, register.alerts());
        told = register.changes().position();
    }

    @AfterEach
    void close() {
        index.close();
        register.close();
    }

    /** A post that is committed in the register and on its way to the index, in the alert that it joined. */
    private IndexedPost recorded(String joins) {
        String text = "东关小学门口有人拿刀，第" + ++next + "人这么说";
        String version = PostIds.version("", text);
        Post post = new Post(
                PostIds.sha256(folder.toString(), text), version, "forum", "", "", text, "", "", "", NOON, NOON);
        Assessment assessment = new Assessment(
                post.id(),
                version,
                Level.RED,
                List.of(Category.VIOLENCE_THREAT),
                Map.of(),
                Stance.WITNESS,
                List.of(Route.POLICE_NOW),
                3,
                -2,
                List.of(),
                List.of(),
                Insight.NONE);
        Likeness likeness = new Likeness(next, "");
        Alert alert = register.alerts()
                .record(new Sighting(post, assessment, likeness, joins, false))
                .alert();
        return new IndexedPost(
                post, assessment, alert.id(), PostStatus.from(alert.status()), alert.revision(), likeness);
    }

    private static String id(IndexedPost post) {
        return post.post().id();
    }

    private Alert alert(String id) {
        return register.alerts().find(id).orElseThrow();
    }

    private Alert part(String id, IndexedPost post) {
        return register.alerts().part(id, Set.of(id(post)), alert(id).revision(), "li", "");
    }

    private Alert merge(String id, String into) {
        return register.alerts().merge(id, into, alert(id).revision(), "li", "");
    }

    private Alert unmerge(String id) {
        return register.alerts().unmerge(id, alert(id).revision(), "li", "");
    }

    /** Tells the index of all that people have changed since it was told last. */
    private void tell() {
        List<RegisterChange> changes = register.changes().after(told, 1000);
        assertThat(changes).isNotEmpty();
        posts.tell(changes);
        RegisterChange last = changes.get(changes.size() - 1);
        told = new ChangePosition(last.xid(), last.sequence());
    }

    private void assertInIndex(IndexedPost post, Alert alert) {
        index.refresh();
        IndexedPost held = index.get(id(post)).orElseThrow();
        assertThat(held.alertId()).isEqualTo(alert.id());
        assertThat(held.alertRevision()).isEqualTo(alert.revision());
        assertThat(held.status()).isEqualTo(PostStatus.from(alert.status()));
    }

    @Test
    void a_post_that_is_taken_out_on_its_way_arrives_in_its_new_alert() {
        IndexedPost first = recorded("");
        IndexedPost second = recorded(id(first));
        posts.put(List.of(first));
        Alert apart = part(first.alertId(), second);
        tell();
        posts.put(List.of(second));
        assertInIndex(second, apart);
        assertInIndex(first, alert(first.alertId()));
    }

    @Test
    void a_post_that_arrived_before_is_moved() {
        IndexedPost first = recorded("");
        IndexedPost second = recorded(id(first));
        posts.put(List.of(first, second));
        Alert apart = part(first.alertId(), second);
        tell();
        assertInIndex(second, apart);
        assertInIndex(first, alert(first.alertId()));
    }

    @Test
    void a_post_whose_merge_is_undone_on_its_way_arrives_in_the_alert_that_is_open_again() {
        IndexedPost first = recorded("");
        IndexedPost other = recorded("");
        posts.put(List.of(first, other));
        merge(other.alertId(), first.alertId());
        IndexedPost late = new IndexedPost(
                other.post(),
                other.assessment(),
                first.alertId(),
                PostStatus.UNVERIFIED,
                alert(first.alertId()).revision(),
                other.likeness());
        Alert again = unmerge(other.alertId());
        tell();
        posts.put(List.of(late));
        assertInIndex(late, again);
    }

    @Test
    void what_is_told_late_undoes_nothing_that_was_decided_since() {
        IndexedPost first = recorded("");
        IndexedPost second = recorded(id(first));
        Alert apart = part(first.alertId(), second);
        List<RegisterChange> early = register.changes().after(told, 1000);
        merge(apart.id(), first.alertId());
        tell();
        posts.put(List.of(first, second));
        posts.tell(early);
        assertInIndex(second, alert(first.alertId()));
        assertInIndex(first, alert(first.alertId()));
    }

    @Test
    void posts_beside_one_that_the_index_refuses_are_moved_nevertheless() {
        IndexedPost first = recorded("");
        IndexedPost second = recorded(id(first));
        posts.put(List.of(first, second));
        Alert apart = part(first.alertId(), second);
        posts = new PlacedPosts(refusing(Map.of("mark", "poison")), register.alerts());
        assertThatThrownBy(this::tell).isInstanceOf(RefusedPostsException.class).hasMessageContaining("poison");
        assertInIndex(second, apart);
    }

    @Test
    void posts_rebuilt_beside_one_that_the_index_refuses_arrive_in_their_alerts() {
        IndexedPost first = recorded("");
        IndexedPost second = recorded(id(first));
        Alert apart = part(first.alertId(), second);
        posts = new PlacedPosts(refusing(Map.of("putAbsent", "poison")), register.alerts());
        assertThatThrownBy(() -> posts.putAbsent(List.of(first, second)))
                .isInstanceOfSatisfying(RefusedPostsException.class, refused -> assertThat(refused.causes())
                        .containsOnlyKeys("poison"));
        assertInIndex(second, apart);
    }

    @Test
    void what_writing_refuses_and_what_moving_refuses_are_told_together() {
        IndexedPost first = recorded("");
        IndexedPost second = recorded(id(first));
        part(first.alertId(), second);
        posts = new PlacedPosts(refusing(Map.of("putAbsent", "poison", "move", id(second))), register.alerts());
        assertThatThrownBy(() -> posts.putAbsent(List.of(first, second)))
                .isInstanceOfSatisfying(RefusedPostsException.class, refused -> assertThat(refused.causes())
                        .containsOnlyKeys("poison", id(second)));
    }

    /**
     * The index, which does what it is told and then refuses a post besides.
     *
     * @param posts by name of the method, which post
     */
    private PostIndex refusing(Map<String, String> posts) {
        return (PostIndex) Proxy.newProxyInstance(
                PostIndex.class.getClassLoader(), new Class<?>[] {PostIndex.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(index, arguments);
                    if (posts.containsKey(method.getName())) {
                        throw new RefusedPostsException(Map.of(posts.get(method.getName()), "too long"), 1);
                    }
                    return answer;
                });
    }
}
