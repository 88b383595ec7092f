package huxiao.server.web.console;

import huxiao.model.Span;
import huxiao.model.ThreatFrame;
import huxiao.model.TimeWindow;
import java.util.ArrayList;
import java.util.List;

/** A threat frame as lines of a page: who, what, with what, to whom, where, when. */
final class FrameFacts {
    /**
     * A line.
     *
     * @param key of its name in the bundles, behind {@code frame.}
     * @param words the author's own, may be empty
     * @param note ours, may be empty
     */
    record Fact(String key, String words, String note) {}

    private FrameFacts() {}

    /** The lines that the text has something to say to; none where no act was found. */
    static List<Fact> of(ThreatFrame frame, PageText text) {
        if (frame.act().isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        String person = text.of("frame.person." + frame.person().name());
        facts.add(new Fact(
                "actor", frame.actor().text(), frame.staff() ? person + " · " + text.of("frame.staff") : person));
        add(facts, "act", frame.act());
        add(facts, "means", frame.means());
        add(facts, "target", frame.target());
        add(facts, "place", frame.place());
        for (TimeWindow window : frame.times()) {
            facts.add(new Fact(
                    "time",
                    window.words().text(),
                    text.of("frame.window", text.time(window.from()), text.time(window.to()))));
        }
        return facts;
    }

    private static void add(List<Fact> facts, String key, Span span) {
        if (!span.isEmpty()) {
            facts.add(new Fact(key, span.text(), ""));
        }
    }
}
