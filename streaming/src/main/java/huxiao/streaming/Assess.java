package huxiao.streaming;

import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.Post;
import java.util.Optional;
import org.apache.flink.util.Collector;

/** Stage 3: the judgement of what screening let through. Harmless posts that concern no school are not kept. */
final class Assess extends Judging<Judged> {
    private static final long serialVersionUID = 1;

    Assess(JobSettings settings) {
        super(settings, "assess");
    }

    @Override
    public void processElement(Post post, Context context, Collector<Judged> out) {
        Optional<Assessment> assessment = ask(post, judge -> judge.assess(post));
        if (assessment.isEmpty()) {
            return;
        }
        if (assessment.get().level() == Level.NONE && !concernsSchool(post, assessment.get())) {
            drop("no school, judged harmless");
            return;
        }
        out.collect(Judged.ungrouped(post, assessment.get()));
    }

    private static boolean concernsSchool(Post post, Assessment assessment) {
        return !assessment.schools().isEmpty() || !post.sourceSchool().isEmpty();
    }
}
