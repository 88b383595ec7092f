package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code school}. */
final class SchoolRows {
    private SchoolRows() {}

    static Schools active(Handle handle) {
        return new Schools(handle.createQuery("select * from school where active order by position")
                .map((row, context) -> school(row))
                .list());
    }

    /** The schools that say where an alert belongs: linked ones, and while there are none, those that may be meant. */
    static Schools around(Handle handle, Alert alert) {
        List<String> codes = new ArrayList<>(alert.schools());
        codes.addAll(alert.candidates());
        String place = alert.schools().isEmpty() ? alert.post().place() : "";
        return new Schools(handle.createQuery("""
                        select * from school
                        where active and (code = any(:codes) or (:place <> '' and district = :place)) order by position
                        """)
                .bindArray("codes", String.class, codes)
                .bind("place", place)
                .map((row, context) -> school(row))
                .list());
    }

    /** Refuses a code that no school has or had. */
    static void require(Handle handle, String code) {
        boolean known = handle.createQuery("select exists (select 1 from school where code = :code)")
                .bind("code", code)
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            throw new IllegalArgumentException(
                    "school: found '" + code + "', allowed: the code of a school of the jurisdiction");
        }
    }

    /** Inserts or updates every school and marks the others inactive. */
    static void put(Handle handle, Schools schools) {
        // One writer at a time, so that two starts with different files cannot leave a mixture.
        handle.execute("lock table school in share row exclusive mode");
        handle.execute("update school set active = false where active");
        PreparedBatch batch = handle.prepareBatch("""
                insert into school (code, position, active, name, type, stage, pupils, boarding, division, district, latitude,
                    longitude, aliases, boarders, education_bureau, police_unit, urban, campus_of, street)
                values (:code, :position, true, :name, :type, :stage, :pupils, :boarding, :division, :district, :latitude,
                    :longitude, :aliases, :boarders, :educationBureau, :policeUnit, :urban, :campusOf, :street)
                on conflict (code) do update set position = excluded.position, active = true, name = excluded.name,
                    type = excluded.type, stage = excluded.stage, pupils = excluded.pupils, boarding = excluded.boarding,
                    division = excluded.division, district = excluded.district, latitude = excluded.latitude,
                    longitude = excluded.longitude, aliases = excluded.aliases, boarders = excluded.boarders,
                    education_bureau = excluded.education_bureau, police_unit = excluded.police_unit,
                    urban = excluded.urban, campus_of = excluded.campus_of, street = excluded.street
                """);
        int position = 0;
        for (School school : schools.all()) {
            batch.bind("code", school.code())
                    .bind("position", position++)
                    .bind("name", school.name())
                    .bind("type", school.type())
                    .bind("stage", school.stage().wireName())
                    .bind("pupils", school.pupils())
                    .bind("boarding", school.boarding())
                    .bind("division", school.division())
                    .bind("district", school.district())
                    .bind("latitude", school.latitude())
                    .bind("longitude", school.longitude())
                    .bindArray("aliases", String.class, school.aliases())
                    .bind("boarders", school.boarders())
                    .bind("educationBureau", school.educationBureau())
                    .bind("policeUnit", school.policeUnit())
                    .bind("urban", school.urban())
                    .bind("campusOf", school.campusOf())
                    .bind("street", school.street())
                    .add();
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static School school(ResultSet row) throws SQLException {
        return new School(
                row.getString("code"),
                row.getString("name"),
                row.getString("type"),
                Stage.of(row.getString("stage")),
                row.getInt("pupils"),
                row.getBoolean("boarding"),
                row.getString("division"),
                row.getString("district"),
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                Rows.texts(row, "aliases"),
                row.getInt("boarders"),
                row.getString("education_bureau"),
                row.getString("police_unit"),
                row.getBoolean("urban"),
                row.getString("campus_of"),
                row.getString("street"));
    }
}
