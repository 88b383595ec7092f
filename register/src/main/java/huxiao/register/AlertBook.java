package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.PostIds;
import huxiao.register.AlertEvent.Action;
import huxiao.register.Membership.Member;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The alerts: what the program found, and what people made of it. Thread safe; several processes may write at once.
 *
 * <p>A post belongs to one alert, whoever records it first; an alert is changed only while its row is locked. So sightings may
 * come in any order, any number of times, from any thread, and nothing is raised or sent twice.
 */
public final class AlertBook {
    private static final Map<AlertStatus, Set<AlertStatus>> DECISIONS = Map.of(
            AlertStatus.UNVERIFIED, Set.of(AlertStatus.VERIFIED, AlertStatus.REJECTED),
            AlertStatus.VERIFIED, Set.of(AlertStatus.REJECTED, AlertStatus.CLOSED),
            AlertStatus.REJECTED, Set.of(AlertStatus.VERIFIED),
            AlertStatus.CLOSED, Set.of(AlertStatus.VERIFIED),
            AlertStatus.MERGED, Set.of());

    private final Store store;
    private final Outbox outbox;
    private final ChangeFeed changes;
    private final AuditTrail audit;
    private final Parting parting;

    AlertBook(Store store, Outbox outbox, ChangeFeed changes, AuditTrail audit) {
        this.store = store;
        this.outbox = outbox;
        this.changes = changes;
        this.audit = audit;
        this.parting = new Parting(outbox, changes, audit);
    }

    /** How many alerts have which status; every status is there. */
    public Map<AlertStatus, Long> counts() {
        Map<AlertStatus, Long> counts = new EnumMap<>(AlertStatus.class);
        for (AlertStatus status : AlertStatus.values()) {
            counts.put(status, 0L);
        }
        store.read(handle -> handle.createQuery("select status, count(*) from alert group by status")
                        .map((row, context) -> Map.entry(AlertStatus.of(row.getString(1)), row.getLong(2)))
                        .list())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /**
     * Records a post that asks for an alert, with the deliveries that follow, in one transaction.
     *
     * <p>A version of a post that was recorded before changes nothing. A post that is new, or has a new version, joins the alert
     * it belongs to: level, categories, schools and routes may grow, which raises the revision and tells receivers; otherwise
     * only the count of copies and the times move. A merged alert stands for the one it was merged into. A rejected or closed
     * alert only counts copies; a post of a higher level than it had starts a new alert. Where {@code joins} names a post that
     * belongs to no alert, a new one is started; where a person has moved that post, its alert of now counts.
     */
    public Recorded record(Sighting sighting) {
        Sighting storable = Storable.sighting(sighting);
        return store.write(handle -> record(handle, storable));
    }

    /** The posts of all alerts, whatever their status, with an event time in {@code [from, to)}. */
    public List<AlertMember> members(Instant from, Instant to) {
        return store.read(handle -> Membership.between(handle, from, to));
    }

    /** The alerts that posts belong to, by post id; posts of no alert are left out. */
    public Map<String, String> alertsOf(Collection<String> postIds) {
        Map<String, String> asked = new HashMap<>();
        postIds.forEach(post -> asked.put(Storable.text(post), post));
        Map<String, String> alerts = new LinkedHashMap<>();
        store.read(handle -> Membership.alertsOf(handle, asked.keySet()))
                .forEach((post, alert) -> alerts.put(asked.get(post), alert));
        return alerts;
    }

    /** The alert of an id. */
    public Optional<Alert> find(String id) {
        return store.read(handle -> AlertRows.find(handle, id));
    }

    /** A page of alerts, last seen first, then by id. */
    public AlertPage list(AlertFilter filter) {
        Map<String, Object> bindings = new HashMap<>();
        String where = String.join(" and ", conditions(filter, bindings));
        return store.readSnapshot(handle -> {
            long total = bind(handle.createQuery("select count(*) from alert a where " + where), filter, bindings)
                    .mapTo(Long.class)
                    .one();
            List<Alert> alerts = page(handle, where, filter, bindings);
            boolean more = alerts.size() > filter.limit();
            List<Alert> shown = more ? alerts.subList(0, filter.limit()) : alerts;
            return new AlertPage(shown, total, more ? cursor(shown.get(shown.size() - 1)) : "");
        });
    }

    /** The posts of an alert, earliest first; none for one that was merged, whose posts moved along. */
    public List<AlertPost> posts(String alertId) {
        return store.read(handle -> Membership.of(handle, alertId));
    }

    /** The ids of an alert's posts. */
    public Set<String> postIds(String alertId) {
        return store.read(
                handle -> Set.copyOf(Membership.fingerprints(handle, alertId).keySet()));
    }

    /**
     * Some of the posts of all alerts, in the order of their ids.
     *
     * @param after the last id of the call before; empty at first
     * @param limit how many at most; fewer come only at the end
     */
    public List<RecordedPost> recorded(String after, int limit) {
        return store.read(handle -> Membership.after(handle, after, limit));
    }

    /**
     * Decides about an alert: verifies or rejects it, closes a verified one, or verifies again one that was rejected or closed.
     * Whoever was told of an alert is told when it is rejected, and again when a rejection is taken back.
     *
     * @param expectedRevision the revision that the person looked at
     * @param person login of who decides
     * @param note the reason, may be empty
     * @throws NoSuchElementException when there is no such alert
     * @throws StaleRevisionException when it was changed since
     * @throws WrongStatusException when it cannot go there from where it stands
     */
    public Alert decide(String id, int expectedRevision, AlertStatus verdict, String person, String note) {
        return store.write(handle -> {
            Alert alert = lock(handle, id, expectedRevision);
            if (!DECISIONS.get(alert.status()).contains(verdict)) {
                throw new WrongStatusException(
                        "alert " + id + " is " + alert.status().wireName() + " and cannot become "
                                + verdict.wireName() + "; allowed: "
                                + DECISIONS.get(alert.status()).stream()
                                        .map(AlertStatus::wireName)
                                        .sorted()
                                        .toList());
            }
            Alert decided = Growth.decided(alert, verdict, "");
            Instant now = store.now();
            Action action = Action.valueOf(verdict.name());
            AlertRows.update(handle, decided, Instant.MIN);
            event(handle, decided, now, person, action, note);
            audit.add(handle, person, "alert." + action.wireName(), id, note);
            changes.add(handle, decided);
            if (verdict == AlertStatus.REJECTED) {
                outbox.retract(handle, decided, now);
            } else if (alert.status() == AlertStatus.REJECTED) {
                outbox.announce(handle, decided, now);
            }
            return decided;
        });
    }

    /**
     * Joins an open alert into another open one, which takes over its posts and what they tell. Whoever was told of the first is
     * told of the merge; what is new in the second is told as any update.
     *
     * @param expectedRevision the revision of {@code id} that the person looked at
     * @return the merged alert, whose {@code mergedInto} names the other
     * @throws NoSuchElementException when there is no such alert
     * @throws StaleRevisionException when it was changed since
     * @throws WrongStatusException when one of the two is not open, or both are the same
     */
    public Alert merge(String id, String into, int expectedRevision, String person, String note) {
        if (id.equals(into)) {
            throw new WrongStatusException("alert " + id + " cannot be merged into itself");
        }
        return store.write(handle -> {
            // Always in the same order, so that two opposite merges do not wait for each other.
            lock(handle, id.compareTo(into) < 0 ? id : into);
            Alert target = lock(handle, into);
            Alert alert = lock(handle, id, expectedRevision);
            requireOpen(alert);
            requireOpen(target);
            Alert merged = Growth.decided(alert, AlertStatus.MERGED, into);
            Alert grown = Growth.absorbed(target, alert);
            Instant now = store.now();
            AlertRows.update(handle, merged, Instant.MIN);
            AlertRows.update(handle, grown, lastCollected(handle, id));
            Membership.moveAll(handle, merged, now);
            event(handle, merged, now, person, Action.MERGED, note);
            event(handle, grown, now, person, Action.ABSORBED, id);
            audit.add(
                    handle, person, "alert.merged", id, note.isBlank() ? "into " + into : "into " + into + ": " + note);
            changes.add(handle, merged);
            changes.add(handle, grown);
            outbox.retract(handle, merged, now);
            if (Growth.tellsMore(target, grown)) {
                outbox.announce(handle, grown, now);
            }
            return merged;
        });
    }

    /**
     * Takes posts out of an open alert into a new, unverified one, together with their copies word for word. Both tell what their own
     * posts tell. The new alert is told like any other; of what is left those who know of it are told when it differs, and it is taken
     * back from those who would not be told of it.
     *
     * @param posts ids of posts of the alert, at least one
     * @param expectedRevision the revision that the person looked at
     * @return the new alert
     * @throws NoSuchElementException when there is no such alert, or one of the posts is not in it
     * @throws StaleRevisionException when it was changed since
     * @throws WrongStatusException when it is not open, or no post would be left in it
     */
    public Alert part(String id, Set<String> posts, int expectedRevision, String person, String note) {
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("at least one post is taken out of an alert");
        }
        return store.write(handle ->
                parting.part(handle, id, posts, expectedRevision, new Parting.Step(store.now(), person, note)));
    }

    /**
     * Undoes a merge: the alert is open again as it was, with the posts that it had brought along and are still there, and with their
     * copies word for word that came since. It is told again to whoever is to be told of it; the other alert as in {@link #part}.
     *
     * @param expectedRevision the revision of the merged alert that the person looked at
     * @return the alert, open again
     * @throws NoSuchElementException when there is no such alert
     * @throws StaleRevisionException when it was changed since
     * @throws WrongStatusException when it is not merged, the other is not open, or one of the two would be left without posts
     */
    public Alert unmerge(String id, int expectedRevision, String person, String note) {
        return store.write(
                handle -> parting.unmerge(handle, id, expectedRevision, new Parting.Step(store.now(), person, note)));
    }

    /** Who did what to an alert when, earliest first; the program's own steps have no person. */
    public List<AlertEvent> history(String alertId) {
        return store.read(
                handle -> handle.createQuery("select * from alert_event where alert_id = :id order by sequence")
                        .bind("id", alertId)
                        .map((row, context) -> new AlertEvent(
                                row.getString("alert_id"),
                                row.getInt("revision"),
                                Rows.time(row, "at"),
                                row.getString("person"),
                                Action.valueOf(row.getString("action")),
                                row.getString("note")))
                        .list());
    }

    private Recorded record(Handle handle, Sighting sighting) {
        while (true) {
            Optional<Member> member = Membership.find(handle, sighting.post().id());
            if (member.isEmpty()) {
                return recordNew(handle, sighting);
            }
            if (member.get().versions().contains(sighting.post().version())) {
                Alert alert = AlertRows.find(handle, member.get().alertId())
                        .orElseThrow(() -> new IllegalStateException("a post's alert is missing"));
                return new Recorded(alert, false);
            }
            Optional<AlertRows.Locked> locked =
                    AlertRows.lock(handle, member.get().alertId());
            // Only under the lock is it sure where the post belongs and what is known of it: a merge may have moved it.
            if (locked.isPresent()
                    && Membership.find(handle, sighting.post().id()).equals(member)) {
                return recordVersion(
                        handle, sighting, locked.get(), member.get().versions());
            }
        }
    }

    private Recorded recordNew(Handle handle, Sighting sighting) {
        Target target = targetBeside(handle, sighting);
        if (target.joined().isPresent()) {
            Alert alert = target.joined().get();
            Membership.insert(handle, alert.id(), sighting);
            return grow(handle, alert, sighting, true);
        }
        Alert started = start(handle, alertId(sighting.post().id()), sighting, target.after());
        Membership.insert(handle, started.id(), sighting);
        return new Recorded(started, true);
    }

    private Recorded recordVersion(Handle handle, Sighting sighting, AlertRows.Locked locked, List<String> versions) {
        Membership.addVersion(handle, sighting, versions);
        Alert alert = locked.alert();
        Level level = sighting.assessment().level();
        if (alert.isOpen() || level.compareTo(alert.level()) <= 0) {
            return grow(handle, alert, sighting, false);
        }
        // The post says worse than what was rejected or closed: it leaves for the alert that comes after.
        Target target = target(handle, alert.id(), level);
        if (target.joined().isPresent()) {
            Membership.move(handle, sighting.post().id(), target.joined().get().id());
            return grow(handle, target.joined().get(), sighting, true);
        }
        String id = alertId(sighting.post().id(), sighting.post().version());
        Alert started = start(handle, id, sighting, target.after());
        Membership.move(handle, sighting.post().id(), id);
        return new Recorded(started, true);
    }

    /**
     * Where a post goes that is thought to belong to an alert.
     *
     * @param joined the alert, locked
     * @param after where there is none: the alert, locked, after which a new one is to be started; empty for none
     */
    private record Target(Optional<Alert> joined, String after) {}

    /** The same for a post that tells of the event of another one: only under the lock is it sure where that one belongs. */
    private static Target targetBeside(Handle handle, Sighting sighting) {
        while (true) {
            Optional<String> alert = Membership.find(handle, sighting.joins()).map(Member::alertId);
            Target target =
                    target(handle, alert.orElse(""), sighting.assessment().level());
            if (Membership.find(handle, sighting.joins()).map(Member::alertId).equals(alert)) {
                return target;
            }
        }
    }

    private static Target target(Handle handle, String id, Level level) {
        String after = "";
        String next = id;
        while (!next.isEmpty()) {
            Optional<AlertRows.Locked> locked = AlertRows.lock(handle, next);
            if (locked.isEmpty()) {
                break;
            }
            Alert alert = locked.get().alert();
            if (alert.status() == AlertStatus.MERGED) {
                next = alert.mergedInto();
            } else if (alert.isOpen() || level.compareTo(alert.level()) <= 0) {
                return new Target(Optional.of(alert), "");
            } else {
                after = alert.id();
                next = locked.get().successor();
            }
        }
        return new Target(Optional.empty(), after);
    }

    private Alert start(Handle handle, String id, Sighting sighting, String after) {
        Alert alert = Growth.first(id, sighting);
        Instant now = store.now();
        AlertRows.insert(handle, alert, sighting.post().collectedAt());
        if (!after.isEmpty()) {
            AlertRows.setSuccessor(handle, after, id);
        }
        event(handle, alert, now, "", Action.RAISED, "");
        outbox.announce(handle, alert, now);
        return alert;
    }

    private Recorded grow(Handle handle, Alert alert, Sighting sighting, boolean joins) {
        Alert grown = Growth.joined(alert, sighting, joins);
        AlertRows.update(handle, grown, sighting.post().collectedAt());
        boolean changed = grown.revision() > alert.revision();
        if (changed) {
            Instant now = store.now();
            event(handle, grown, now, "", Action.UPDATED, "");
            outbox.announce(handle, grown, now);
        }
        return new Recorded(grown, changed);
    }

    static String alertId(String... parts) {
        String[] all = new String[parts.length + 1];
        all[0] = "alert";
        System.arraycopy(parts, 0, all, 1, parts.length);
        return PostIds.sha256(all).substring(0, 32);
    }

    static Alert lock(Handle handle, String id) {
        return AlertRows.lock(handle, id)
                .orElseThrow(() -> new NoSuchElementException("there is no alert " + id))
                .alert();
    }

    static Alert lock(Handle handle, String id, int expectedRevision) {
        Alert alert = lock(handle, id);
        if (alert.revision() != expectedRevision) {
            throw new StaleRevisionException("alert", id, expectedRevision, alert.revision());
        }
        return alert;
    }

    private static void requireOpen(Alert alert) {
        if (!alert.isOpen()) {
            throw new WrongStatusException("alert " + alert.id() + " is "
                    + alert.status().wireName() + "; only alerts that are unverified or verified can be merged");
        }
    }

    private static Instant lastCollected(Handle handle, String id) {
        return handle.createQuery("select last_collected from alert where id = :id")
                .bind("id", id)
                .map((row, context) -> Rows.time(row, "last_collected"))
                .one();
    }

    static void event(Handle handle, Alert alert, Instant at, String person, Action action, String note) {
        handle.createUpdate("""
                        insert into alert_event (alert_id, revision, at, person, action, note)
                        values (:alert, :revision, :at, :person, :action, :note)
                        """)
                .bind("alert", alert.id())
                .bind("revision", alert.revision())
                .bind("at", at)
                .bind("person", person)
                .bind("action", action.name())
                .bind("note", note)
                .execute();
    }

    private static List<String> conditions(AlertFilter filter, Map<String, Object> bindings) {
        List<String> conditions = new ArrayList<>();
        conditions.add("a.level >= cast(:level as danger_level)");
        bindings.put("level", filter.minLevel().name());
        if (!filter.statuses().isEmpty()) {
            conditions.add("a.status = any(:statuses)");
        }
        if (!filter.schools().isEmpty()) {
            conditions.add("a.schools && :schools");
        }
        filter.category().ifPresent(category -> conditions.add(":category = any(a.categories)"));
        filter.category().map(Category::wireName).ifPresent(category -> bindings.put("category", category));
        filter.ids().ifPresent(ids -> conditions.add("a.id = any(:ids)"));
        filter.from().ifPresent(from -> conditions.add("a.last_seen >= :from"));
        filter.from().ifPresent(from -> bindings.put("from", from));
        filter.to().ifPresent(to -> conditions.add("a.last_seen < :to"));
        filter.to().ifPresent(to -> bindings.put("to", to));
        conditions.addAll(ScopeSql.alerts(filter.scopes(), bindings));
        return conditions;
    }

    private static Query bind(Query query, AlertFilter filter, Map<String, Object> bindings) {
        query.bindMap(bindings);
        if (!filter.statuses().isEmpty()) {
            query.bindArray(
                    "statuses",
                    String.class,
                    filter.statuses().stream().map(AlertStatus::wireName).toList());
        }
        if (!filter.schools().isEmpty()) {
            query.bindArray("schools", String.class, List.copyOf(filter.schools()));
        }
        filter.ids().ifPresent(ids -> query.bindArray("ids", String.class, List.copyOf(ids)));
        return query;
    }

    private static List<Alert> page(Handle handle, String where, AlertFilter filter, Map<String, Object> bindings) {
        boolean first = filter.after().isEmpty();
        String behind =
                first ? "" : " and (a.last_seen < :afterTime or (a.last_seen = :afterTime and a.id > :afterId))";
        Query query = bind(
                handle.createQuery("select * from alert a where " + where + behind
                        + " order by a.last_seen desc, a.id limit :limit"),
                filter,
                bindings);
        if (!first) {
            Pages.Cursor cursor = Pages.decode(filter.after());
            query.bind("afterTime", Instant.EPOCH.plus(cursor.order(), ChronoUnit.MICROS))
                    .bind("afterId", cursor.id());
        }
        return query.bind("limit", filter.limit() + 1)
                .map((row, context) -> AlertRows.alert(row))
                .list();
    }

    private static String cursor(Alert alert) {
        return Pages.encode(ChronoUnit.MICROS.between(Instant.EPOCH, alert.lastSeen()), alert.id());
    }
}
