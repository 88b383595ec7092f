package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.Route;
import huxiao.model.School;
import huxiao.model.Schools;
import java.util.Objects;

/**
 * The part of the jurisdiction that someone answers for or asks about. Empty parts do not limit; the others must all hold for
 * one and the same school. Education bureau and police are two trees: a school lies in one branch of each.
 *
 * @param district district in which the school lies
 * @param policeUnit police unit that answers for it
 * @param educationBureau education office that answers for it
 * @param school code of the one school
 */
public record Scope(String district, String policeUnit, String educationBureau, String school) {
    /** The whole jurisdiction. */
    public static final Scope EVERYTHING = new Scope("", "", "", "");

    public Scope {
        Objects.requireNonNull(district, "district");
        Objects.requireNonNull(policeUnit, "policeUnit");
        Objects.requireNonNull(educationBureau, "educationBureau");
        Objects.requireNonNull(school, "school");
    }

    /** All schools that lie in a district. */
    public static Scope ofDistrict(String district) {
        return new Scope(district, "", "", "");
    }

    /** All schools that a police unit answers for. */
    public static Scope ofPoliceUnit(String policeUnit) {
        return new Scope("", policeUnit, "", "");
    }

    /** All schools that an education office answers for. */
    public static Scope ofEducationBureau(String educationBureau) {
        return new Scope("", "", educationBureau, "");
    }

    /** One school. */
    public static Scope ofSchool(String code) {
        return new Scope("", "", "", code);
    }

    /** Whether nothing is left out. */
    public boolean isEverything() {
        return equals(EVERYTHING);
    }

    /** Whether it is limited to one school: such a scope never sees an alert that is not routed to schools. */
    public boolean isOneSchool() {
        return !school.isEmpty();
    }

    /** Whether a school lies in it. */
    public boolean covers(School candidate) {
        return (district.isEmpty() || district.equals(candidate.district()))
                && (policeUnit.isEmpty() || policeUnit.equals(candidate.policeUnit()))
                && (educationBureau.isEmpty() || educationBureau.equals(candidate.educationBureau()))
                && (school.isEmpty() || school.equals(candidate.code()));
    }

    /**
     * Whether an alert concerns it: one of its linked schools lies in it. While the school is unclear, one that may be meant or
     * one in the district of the source is enough, and an alert that says nothing of where concerns every bureau and police
     * unit – better seen by two than by none – but no single school. A single school sees only what is linked to it and routed
     * to schools ({@link Route#SCHOOL} is left out where the accused is its staff).
     */
    public boolean covers(Alert alert, Schools schools) {
        if (isEverything()) {
            return true;
        }
        if (isOneSchool()) {
            return alert.routes().contains(Route.SCHOOL)
                    && alert.schools().contains(school)
                    && schools.byCode(school).map(this::covers).orElse(false);
        }
        if (!alert.schools().isEmpty()) {
            return alert.schools().stream()
                    .anyMatch(code -> schools.byCode(code).map(this::covers).orElse(false));
        }
        String place = alert.post().place();
        boolean hinted = false;
        for (School candidate : schools.all()) {
            if (alert.candidates().contains(candidate.code())
                    || (!place.isEmpty() && place.equals(candidate.district()))) {
                hinted = true;
                if (covers(candidate)) {
                    return true;
                }
            }
        }
        return !hinted;
    }
}
