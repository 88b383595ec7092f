package huxiao.streaming;

import huxiao.analysis.Judgement;
import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.Likeness;
import huxiao.model.Post;
import huxiao.streaming.group.Fingerprint;
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
        Optional<Judgement> judgement = ask(post, judge -> judge.judge(post));
        if (judgement.isEmpty()) {
            return;
        }
        Assessment assessment = judgement.get().assessment();
        if (assessment.level() == Level.NONE && !concernsSchool(post, assessment)) {
            drop("no school, judged harmless");
            return;
        }
        Likeness likeness = new Likeness(
                Fingerprint.of(post.title(), post.text()), judgement.get().vector());
        out.collect(Judged.ungrouped(post, assessment, likeness));
    }

    private static boolean concernsSchool(Post post, Assessment assessment) {
        return !assessment.schools().isEmpty() || !post.sourceSchool().isEmpty();
    }
}
