package huxiao.register;

import huxiao.model.SchoolRisk;
import java.util.List;
import java.util.Optional;

/** The merged risk of every school. */
@SuppressWarnings("DoNotCallSuggester")
public final class RiskBook {
    RiskBook() {}

    /** Puts. */
    public void put(SchoolRisk risk) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Finds. */
    public Optional<SchoolRisk> find(String school) {
        throw new UnsupportedOperationException("not yet");
    }

    /** All. */
    public List<SchoolRisk> all() {
        throw new UnsupportedOperationException("not yet");
    }
}
