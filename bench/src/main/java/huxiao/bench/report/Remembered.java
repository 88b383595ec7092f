package huxiao.bench.report;

import huxiao.analysis.Judge;
import huxiao.model.Assessment;
import huxiao.model.Post;
import java.util.HashMap;
import java.util.Map;

/** A judge that judges each text once, so that several sections can ask about the same texts. Not thread safe. */
public final class Remembered {
    private final Judge judge;
    private final Map<String, Assessment> said = new HashMap<>();

    /** Remembers what this judge says. */
    public Remembered(Judge judge) {
        this.judge = judge;
    }

    /** The judgement without reasons. */
    public Assessment assess(Post post) {
        Assessment known = said.get(post.id());
        if (known == null) {
            known = judge.assessBriefly(post);
            said.put(post.id(), known);
        }
        return known;
    }
}
