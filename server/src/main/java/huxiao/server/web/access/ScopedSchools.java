package huxiao.server.web.access;

import huxiao.model.Contribution;
import huxiao.model.Level;
import huxiao.model.School;
import huxiao.model.SchoolRisk;
import huxiao.model.Schools;
import huxiao.model.SecurityFigures;
import huxiao.register.Register;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The schools that each person may see, with their merged risk and figures. Thread safe. */
@Component
public final class ScopedSchools {
    private final Register register;
    private final Schools schools;
    private final ScopedAlerts alerts;
    private final VisibleRisk visibleRisk;
    private final Clock clock;

    ScopedSchools(Register register, Schools schools, ScopedAlerts alerts, VisibleRisk visibleRisk, Clock clock) {
        this.register = register;
        this.schools = schools;
        this.alerts = alerts;
        this.visibleRisk = visibleRisk;
        this.clock = clock;
    }

    /** Schools in the person's scope, in the order of the directory. */
    public List<School> list(Person person) {
        return schools.all().stream().filter(person::sees).toList();
    }

    /**
     * A school.
     *
     * @throws NotFoundException when there is none that the person may see
     */
    public School find(Person person, String code) {
        return schools.byCode(code).filter(person::sees).orElseThrow(() -> new NotFoundException("school", code));
    }

    /** Whether the directory has a school of this code, seen or not. */
    public boolean isKnown(String code) {
        return schools.byCode(code).isPresent();
    }

    boolean isSeen(Person person, String code) {
        return schools.byCode(code).filter(person::sees).isPresent();
    }

    /**
     * The merged risk of a school, made of what the person may see. For whoever sees all of it, empty before it was computed first;
     * for others worked out at this moment, since neither the time of the last change nor a first computation may betray an alert
     * that they may not know of.
     */
    public Optional<SchoolRisk> risk(Person person, School school) {
        return Optional.ofNullable(visible(person, register.risks().find(school.code()).stream(), List.of(school))
                .get(school.code()));
    }

    /** The merged risks of all schools that the person may see, by code. */
    public Map<String, SchoolRisk> risks(Person person) {
        return visible(
                person, register.risks().all().stream().filter(risk -> isSeen(person, risk.school())), list(person));
    }

    private Map<String, SchoolRisk> visible(Person person, Stream<SchoolRisk> computed, List<School> own) {
        Map<String, SchoolRisk> risks = new LinkedHashMap<>();
        Instant now = clock.instant();
        if (!person.seesAllOfItsSchools()) {
            own.forEach(
                    school -> risks.put(school.code(), new SchoolRisk(school.code(), Level.NONE, 0, List.of(), now)));
        }
        computed.forEach(risk -> risks.put(risk.school(), risk));
        Set<String> ids =
                risks.values().stream().flatMap(ScopedSchools::alertIds).collect(Collectors.toSet());
        Map<String, String> words = alerts.words(person, ids);
        risks.replaceAll(
                (code, risk) -> visibleRisk.of(risk, words, person.seesAllOfItsSchools() ? risk.updatedAt() : now));
        return risks;
    }

    private static Stream<String> alertIds(SchoolRisk risk) {
        return risk.contributions().stream()
                .filter(part -> part.kind().equals(VisibleRisk.ALERT))
                .map(Contribution::cause);
    }

    /** What a school last reported of its guards and inspections. */
    public Optional<SecurityFigures> figures(Person person, String code) {
        return register.figures().find(find(person, code).code());
    }

    /** Takes a school's report of its guards and its last inspection; {@link LocalDate#MIN} for none. */
    public SecurityFigures report(Person person, String code, int guards, LocalDate lastInspection) {
        School school = find(person, code);
        if (!person.mayKeepRegister()) {
            throw new AccessDeniedException("only schools and administrators report figures");
        }
        return register.figures().put(school.code(), guards, lastInspection, person.login());
    }
}
