package huxiao.server.web.access;

import huxiao.register.Register;
import huxiao.register.ShadowFilter;
import huxiao.register.ShadowPage;
import huxiao.register.ShadowSummary;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * What models that are not switched on would change, for those who answer for the whole bureau's opinion work: it shows posts of every
 * school, harmless ones and criticism among them, so that neither police nor a part of the jurisdiction sees it.
 */
@Component
public final class ScopedShadow {
    private final Register register;

    ScopedShadow(Register register) {
        this.register = register;
    }

    /**
     * The models that something is known of, the one that judged last in front.
     *
     * @throws AccessDeniedException for everybody but analysts and administrators of the whole jurisdiction
     */
    public List<String> models(Person person) {
        require(person);
        return register.shadow().models();
    }

    /** How a model compares; empty where nothing is known of it. */
    public Optional<ShadowSummary> summary(Person person, String model) {
        require(person);
        return register.shadow().summary(model);
    }

    /** A page of differences, newest first. */
    public ShadowPage list(Person person, ShadowFilter filter) {
        require(person);
        return register.shadow().list(filter);
    }

    private static void require(Person person) {
        if (!person.mayCompareModels()) {
            throw new AccessDeniedException(
                    "only analysts and administrators of the whole jurisdiction compare models");
        }
    }
}
