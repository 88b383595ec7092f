package huxiao.register;

import huxiao.model.SecurityFigures;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Guards and inspections. */
@SuppressWarnings("DoNotCallSuggester")
public final class FiguresBook {
    FiguresBook() {}

    /** Puts. */
    public SecurityFigures put(String school, int guards, LocalDate lastInspection, String person) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Finds. */
    public Optional<SecurityFigures> find(String school) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Inspections. */
    public List<LocalDate> inspections(String school) {
        throw new UnsupportedOperationException("not yet");
    }
}
