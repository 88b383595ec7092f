package huxiao.analysis.frame;

import huxiao.model.ThreatFrame.Mode;
import huxiao.model.ThreatFrame.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small set of named signs of a frame, for a model to learn from: {@code frame:first_person+future+violence}. Pure. */
public final class FrameFeatures {
    private static final String PREFIX = "frame:";

    private FrameFeatures() {}

    /** The signs of a frame; of no act at all, one that says so. */
    public static List<String> of(Frame frame) {
        if (!frame.isPresent()) {
            return List.of(PREFIX + "no_act");
        }
        List<String> signs = new ArrayList<>();
        String person = frame.person().name().toLowerCase(Locale.ROOT) + "_person";
        String tense = tense(frame);
        signs.add(PREFIX + person);
        signs.add(PREFIX + frame.kind());
        for (Mode mode : frame.modes()) {
            signs.add(PREFIX + mode.name().toLowerCase(Locale.ROOT));
        }
        signs.add(PREFIX + person + "+" + tense + "+" + group(frame.kind()));
        signs.add(PREFIX + tense + "+" + frame.kind());
        has(signs, !frame.times().isEmpty(), "time");
        has(signs, !frame.means().isEmpty(), "means");
        has(signs, !frame.target().isEmpty(), "target");
        has(signs, !frame.place().isEmpty(), "place");
        if (frame.staff()) {
            signs.add(PREFIX + "staff_actor");
            signs.add(PREFIX + "staff_actor+" + frame.kind());
        }
        boolean announced = frame.modes().contains(Mode.FUTURE) && frame.person() == Person.FIRST;
        if (announced && !frame.times().isEmpty() && !frame.target().isEmpty()) {
            signs.add(PREFIX + "announced+time+target");
        }
        return signs;
    }

    private static void has(List<String> signs, boolean present, String what) {
        if (present) {
            signs.add(PREFIX + "has_" + what);
        }
    }

    private static String tense(Frame frame) {
        for (Mode mode : new Mode[] {Mode.NEGATED, Mode.FUTURE, Mode.ONGOING, Mode.PAST}) {
            if (frame.modes().contains(mode)) {
                return mode.name().toLowerCase(Locale.ROOT);
            }
        }
        return "untimed";
    }

    private static String group(String kind) {
        return ActKind.valueOf(kind.toUpperCase(Locale.ROOT)).isViolence() ? "violence" : kind;
    }
}
