package huxiao.server.web.access;

import huxiao.model.Hazard;
import huxiao.register.HazardDraft;
import huxiao.register.HazardFilter;
import huxiao.register.HazardPage;
import huxiao.register.Register;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The risk registers (风险隐患清单) of the schools that each person may see. Thread safe. */
@Component
public final class ScopedHazards {
    private final Register register;
    private final ScopedSchools schools;

    ScopedHazards(Register register, ScopedSchools schools) {
        this.register = register;
        this.schools = schools;
    }

    /**
     * A hazard.
     *
     * @throws NotFoundException when there is none that the person may see
     */
    public Hazard find(Person person, String id) {
        return register.hazards()
                .find(id)
                .filter(hazard -> schools.isSeen(person, hazard.school()))
                .orElseThrow(() -> new NotFoundException("hazard", id));
    }

    /** A page of hazards. */
    public HazardPage list(Person person, HazardFilter filter) {
        return register.hazards().list(filter.within(person.scope()));
    }

    /** Enters a hazard; the same key again gives the hazard that it gave before. */
    public Hazard create(Person person, HazardDraft draft, Optional<String> idempotencyKey) {
        schools.find(person, draft.school());
        requireKeeper(person);
        return register.hazards().create(draft, person.login(), idempotencyKey);
    }

    /** Changes a hazard; it may move to another school of the same person. */
    public Hazard update(Person person, String id, int revision, HazardDraft draft) {
        Hazard hazard = find(person, id);
        schools.find(person, draft.school());
        requireKeeper(person);
        return register.hazards().update(hazard.id(), revision, draft, person.login());
    }

    /** Says that a hazard is remedied. */
    public Hazard close(Person person, String id, int revision, String note) {
        Hazard hazard = find(person, id);
        requireKeeper(person);
        return register.hazards().close(hazard.id(), revision, person.login(), note);
    }

    private static void requireKeeper(Person person) {
        if (!person.mayKeepRegister()) {
            throw new AccessDeniedException("only schools and administrators keep hazards");
        }
    }
}
