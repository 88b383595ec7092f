package huxiao.register;

import huxiao.model.Level;
import huxiao.model.PostIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * What models that are not switched on say beside the one that judges; nothing else in the register depends on it. Thread safe.
 */
public final class ShadowBook {
    private static final String TURNS = """
            model = :model and (:turn = 'any'
                or :turn = 'new_police' and level_after >= 'ORANGE' and level_before < 'ORANGE'
                or :turn = 'lost_police' and level_before >= 'ORANGE' and level_after < 'ORANGE')
            """;

    private final Store store;

    ShadowBook(Store store) {
        this.store = store;
    }

    /** Counts judgements, and keeps those that differ; what was met before changes nothing. One transaction. */
    public void put(List<ShadowJudgement> judgements) {
        if (judgements.isEmpty()) {
            return;
        }
        // Always in the same order, so that two writers do not wait for each other.
        List<ShadowJudgement> ordered =
                judgements.stream().sorted(Comparator.comparing(ShadowBook::id)).toList();
        store.write(handle -> {
            Instant now = store.now();
            count(handle, ordered, now);
            keep(handle, ordered.stream().filter(ShadowJudgement::isDifference).toList(), now);
            return true;
        });
    }

    private static void count(Handle handle, List<ShadowJudgement> judgements, Instant now) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into shadow_judged (id, model, first_seen, collected_at)
                values (:id, :model, :now, :collectedAt) on conflict (id) do nothing
                """);
        for (ShadowJudgement judgement : judgements) {
            batch.bind("id", id(judgement))
                    .bind("model", judgement.model())
                    .bind("now", now)
                    .bind("collectedAt", judgement.collectedAt())
                    .add();
        }
        batch.execute();
    }

    private static void keep(Handle handle, List<ShadowJudgement> differences, Instant now) {
        if (differences.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into shadow_difference (id, model, post_id, version, published_at, collected_at, first_seen,
                    level_before, level_after, category_before, category_after, excerpt)
                values (:id, :model, :post, :version, :publishedAt, :collectedAt, :now, cast(:before as danger_level),
                    cast(:after as danger_level), :categoryBefore, :categoryAfter, :excerpt)
                on conflict (id) do nothing
                """);
        for (ShadowJudgement difference : differences) {
            batch.bind("id", id(difference))
                    .bind("model", difference.model())
                    .bind("post", difference.postId())
                    .bind("version", difference.version())
                    .bind("publishedAt", difference.publishedAt())
                    .bind("collectedAt", difference.collectedAt())
                    .bind("now", now)
                    .bind("before", difference.before().name())
                    .bind("after", difference.after().name())
                    .bind("categoryBefore", difference.categoryBefore())
                    .bind("categoryAfter", difference.categoryAfter())
                    .bind("excerpt", difference.excerpt())
                    .add();
        }
        batch.execute();
    }

    /** The models that something is known of, the one that judged last in front. */
    public List<String> models() {
        return store.read(handle -> handle.createQuery("""
                        select model from shadow_judged group by model order by max(first_seen) desc, model
                        """).mapTo(String.class).list());
    }

    /** How a model compares; empty where nothing is known of it. */
    public Optional<ShadowSummary> summary(String model) {
        return store.readSnapshot(handle -> {
            List<ShadowSummary.Move> moves = handle.createQuery("""
                            select level_before, level_after, count(*) as posts from shadow_difference where model = :model
                            group by level_before, level_after order by level_after desc, level_before desc
                            """)
                    .bind("model", model)
                    .map((row, context) -> new ShadowSummary.Move(
                            Level.valueOf(row.getString("level_before")),
                            Level.valueOf(row.getString("level_after")),
                            row.getLong("posts")))
                    .list();
            return handle.createQuery("""
                            select count(*) as judged, min(first_seen) as since, max(first_seen) as until
                            from shadow_judged where model = :model having count(*) > 0
                            """)
                    .bind("model", model)
                    .map((row, context) -> new ShadowSummary(
                            model, row.getLong("judged"), Rows.time(row, "since"), Rows.time(row, "until"), moves))
                    .findOne();
        });
    }

    /** A page of differences, newest first. */
    public ShadowPage list(ShadowFilter filter) {
        return store.readSnapshot(handle -> {
            long total = bind(handle.createQuery("select count(*) from shadow_difference where " + TURNS), filter)
                    .mapTo(Long.class)
                    .one();
            List<ShadowDifference> found = page(handle, filter);
            boolean more = found.size() > filter.limit();
            List<ShadowDifference> shown = more ? found.subList(0, filter.limit()) : found;
            return new ShadowPage(shown, total, more ? cursor(shown.get(shown.size() - 1)) : "");
        });
    }

    private static List<ShadowDifference> page(Handle handle, ShadowFilter filter) {
        boolean first = filter.after().isEmpty();
        String behind = first ? "" : " and (first_seen < :afterTime or (first_seen = :afterTime and id > :afterId))";
        Query query = bind(
                handle.createQuery("select * from shadow_difference where " + TURNS + behind
                        + " order by first_seen desc, id limit :limit"),
                filter);
        if (!first) {
            Pages.Cursor cursor = Pages.decode(filter.after());
            query.bind("afterTime", Instant.EPOCH.plus(cursor.order(), ChronoUnit.MICROS))
                    .bind("afterId", cursor.id());
        }
        return query.bind("limit", filter.limit() + 1)
                .map((row, context) -> difference(row))
                .list();
    }

    private static Query bind(Query query, ShadowFilter filter) {
        return query.bind("model", filter.model()).bind("turn", filter.turn().wireName());
    }

    private static ShadowDifference difference(ResultSet row) throws SQLException {
        return new ShadowDifference(
                new ShadowJudgement(
                        row.getString("model"),
                        row.getString("post_id"),
                        row.getString("version"),
                        Rows.time(row, "published_at"),
                        Rows.time(row, "collected_at"),
                        Level.valueOf(row.getString("level_before")),
                        Level.valueOf(row.getString("level_after")),
                        row.getString("category_before"),
                        row.getString("category_after"),
                        row.getString("excerpt")),
                Rows.time(row, "first_seen"));
    }

    private static String cursor(ShadowDifference last) {
        return Pages.encode(ChronoUnit.MICROS.between(Instant.EPOCH, last.firstSeen()), id(last.judgement()));
    }

    private static String id(ShadowJudgement judgement) {
        return PostIds.sha256(
                        "shadow",
                        judgement.model(),
                        Storable.text(judgement.postId()),
                        Storable.text(judgement.version()))
                .substring(0, 32);
    }
}
