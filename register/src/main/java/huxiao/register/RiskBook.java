package huxiao.register;

import huxiao.model.Json;
import huxiao.model.SchoolRisk;
import java.util.List;
import java.util.Optional;

/** The merged risk of every school, as the job last computed it. Thread safe. */
public final class RiskBook {
    private final Store store;

    RiskBook(Store store) {
        this.store = store;
    }

    /** Keeps a school's risk, unless a later one is known. */
    public void put(SchoolRisk risk) {
        store.write(handle -> handle.createUpdate("""
                        insert into school_risk (school, level, score, risk, updated_at)
                        values (:school, cast(:level as danger_level), :score, cast(:risk as jsonb), :updatedAt)
                        on conflict (school) do update set level = excluded.level, score = excluded.score,
                            risk = excluded.risk, updated_at = excluded.updated_at
                        where excluded.updated_at >= school_risk.updated_at
                        """)
                .bind("school", risk.school())
                .bind("level", risk.level().name())
                .bind("score", risk.score())
                .bind("risk", Storable.json(risk))
                .bind("updatedAt", risk.updatedAt())
                .execute());
    }

    /** The risk of a school. */
    public Optional<SchoolRisk> find(String school) {
        return store.read(handle -> handle.createQuery("select risk from school_risk where school = :school")
                .bind("school", school)
                .map((row, context) -> Json.read(row.getString("risk"), SchoolRisk.class))
                .findOne());
    }

    /** All risks, the most urgent level first, then the highest score, then by school. */
    public List<SchoolRisk> all() {
        return store.read(
                handle -> handle.createQuery("select risk from school_risk order by level desc, score desc, school")
                        .map((row, context) -> Json.read(row.getString("risk"), SchoolRisk.class))
                        .list());
    }
}
