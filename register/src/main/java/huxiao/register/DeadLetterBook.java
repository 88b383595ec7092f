package huxiao.register;

import huxiao.model.PostIds;
import java.util.List;

/** Input that could not be handled, put aside so that the rest goes on. Thread safe. */
public final class DeadLetterBook {
    private static final int MAX_CAUSE = 2000;
    private static final int MAX_PAYLOAD = 20_000;

    private final Store store;

    DeadLetterBook(Store store) {
        this.store = store;
    }

    /**
     * Puts input aside; the same again only counts.
     *
     * @param kind what it is, such as {@code post} or {@code page}
     * @param reference its id, URL or file and line
     * @param cause why it could not be handled
     * @param payload the input itself, masked by the caller; cut to 20,000 UTF-16 units
     */
    public void put(String kind, String reference, String cause, String payload) {
        store.write(handle -> handle.createUpdate("""
                        insert into dead_letter (id, kind, reference, cause, payload, at)
                        values (:id, :kind, :reference, :cause, :payload, :at)
                        on conflict (id) do update set cause = excluded.cause, at = excluded.at,
                            times = dead_letter.times + 1
                        """)
                .bind("id", PostIds.sha256(kind, reference, payload))
                .bind("kind", kind)
                .bind("reference", Storable.cut(reference, MAX_CAUSE))
                .bind("cause", Storable.cut(cause, MAX_CAUSE))
                .bind("payload", Storable.cut(payload, MAX_PAYLOAD))
                .bind("at", store.now())
                .execute());
    }

    /** The newest ones first. */
    public List<DeadLetter> list(int limit) {
        return store.read(handle -> handle.createQuery("select * from dead_letter order by at desc, id limit :limit")
                .bind("limit", limit)
                .map((row, context) -> new DeadLetter(
                        row.getString("kind"),
                        row.getString("reference"),
                        row.getString("cause"),
                        row.getString("payload"),
                        Rows.time(row, "at"),
                        row.getInt("times")))
                .list());
    }

    /** How many there are. */
    public long count() {
        return store.read(handle -> handle.createQuery("select count(*) from dead_letter")
                .mapTo(Long.class)
                .one());
    }
}
