package huxiao.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Insight;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Reason;
import huxiao.model.Route;
import huxiao.model.Stance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code alert}. */
final class AlertRows {
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private AlertRows() {}

    /** An alert locked until the end of the transaction, with the id of the alert that came after it, else empty. */
    record Locked(Alert alert, String successor) {}

    static Optional<Alert> find(Handle handle, String id) {
        return handle.createQuery("select * from alert where id = :id")
                .bind("id", id)
                .map((row, context) -> alert(row))
                .findOne();
    }

    static Optional<Locked> lock(Handle handle, String id) {
        return handle.createQuery("select * from alert where id = :id for update")
                .bind("id", id)
                .map((row, context) -> new Locked(alert(row), row.getString("successor")))
                .findOne();
    }

    static void insert(Handle handle, Alert alert, Instant lastCollected) {
        bind(handle.createUpdate("""
                                insert into alert (id, revision, status, level, categories, stance, routes, schools, candidates,
                                    place, post, reasons, insight, score, copies, first_seen, last_seen, last_collected, historic,
                                    merged_into)
                                values (:id, :revision, :status, cast(:level as danger_level), :categories, :stance, :routes,
                                    :schools, :candidates, :place, cast(:post as jsonb), cast(:reasons as jsonb),
                                    cast(:insight as jsonb), :score,
                                    :copies, :firstSeen, :lastSeen, :lastCollected, :historic, :mergedInto)
                                """), alert)
                .bind("lastCollected", lastCollected)
                .execute();
    }

    /** Writes a locked alert back; {@code collected} moves the time from which its retention counts forward, never back. */
    static void update(Handle handle, Alert alert, Instant collected) {
        bind(handle.createUpdate("""
                                update alert set revision = :revision, status = :status, level = cast(:level as danger_level),
                                    categories = :categories, stance = :stance, routes = :routes, schools = :schools,
                                    candidates = :candidates, place = :place, post = cast(:post as jsonb),
                                    reasons = cast(:reasons as jsonb), insight = cast(:insight as jsonb), score = :score, copies = :copies,
                                    first_seen = :firstSeen, last_seen = :lastSeen,
                                    last_collected = greatest(last_collected, :collected), historic = :historic,
                                    merged_into = :mergedInto
                                where id = :id
                                """), alert).bind("collected", collected).execute();
    }

    static void setSuccessor(Handle handle, String id, String successor) {
        handle.createUpdate("update alert set successor = :successor where id = :id")
                .bind("id", id)
                .bind("successor", successor)
                .execute();
    }

    static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getString("id"),
                row.getInt("revision"),
                AlertStatus.of(row.getString("status")),
                Level.valueOf(row.getString("level")),
                Rows.texts(row, "categories", Category::of),
                Stance.of(row.getString("stance")),
                Rows.texts(row, "routes", Route::of),
                Rows.texts(row, "schools"),
                Rows.texts(row, "candidates"),
                Json.read(row.getString("post"), Post.class),
                reasons(row.getString("reasons")),
                Json.read(row.getString("insight"), Insight.class),
                row.getDouble("score"),
                row.getInt("copies"),
                Rows.time(row, "first_seen"),
                Rows.time(row, "last_seen"),
                row.getBoolean("historic"),
                row.getString("merged_into"));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Alert alert) {
        return statement
                .bind("id", alert.id())
                .bind("revision", alert.revision())
                .bind("status", alert.status().wireName())
                .bind("level", alert.level().name())
                .bindArray(
                        "categories",
                        String.class,
                        alert.categories().stream().map(Category::wireName).toList())
                .bind("stance", alert.stance().wireName())
                .bindArray(
                        "routes",
                        String.class,
                        alert.routes().stream().map(Route::wireName).toList())
                .bindArray("schools", String.class, alert.schools())
                .bindArray("candidates", String.class, alert.candidates())
                .bind("place", alert.post().place())
                .bind("post", Storable.json(alert.post()))
                .bind("reasons", Storable.json(alert.reasons()))
                .bind("insight", Storable.json(alert.insight()))
                .bind("score", alert.score())
                .bind("copies", alert.copies())
                .bind("firstSeen", alert.firstSeen())
                .bind("lastSeen", alert.lastSeen())
                .bind("historic", alert.historic())
                .bind("mergedInto", alert.mergedInto());
    }

    private static List<Reason> reasons(String json) {
        try {
            return Json.mapper().readValue(json, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON list of reasons: " + e.getMessage(), e);
        }
    }
}
