package huxiao.streaming;

import huxiao.analysis.Judge;
import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.Post;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Stage 3: the judgement of what screening let through. Harmless posts that concern no school are not kept. */
final class Assess extends ProcessFunction<Post, Judged> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;
    private transient Resources.Lease<Judge> judge;
    private transient DeadLetters deadLetters;
    private transient Tally tally;

    Assess(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        deadLetters = new DeadLetters(settings);
        judge = Openers.judge(settings);
        tally = new Tally(getRuntimeContext());
    }

    @Override
    public void close() {
        if (judge != null) {
            judge.close();
        }
        if (deadLetters != null) {
            deadLetters.close();
        }
    }

    @Override
    public void processElement(Post post, Context context, Collector<Judged> out) {
        Optional<Assessment> assessment =
                deadLetters.unlessPoison("assess", post, () -> judge.get().assess(post));
        if (assessment.isEmpty()) {
            tally.add(Tally.REFUSED);
            return;
        }
        if (assessment.get().level() == Level.NONE && !concernsSchool(post, assessment.get())) {
            tally.add(Tally.DROPPED + "no school, judged harmless");
            return;
        }
        out.collect(new Judged(post, assessment.get(), ""));
    }

    private static boolean concernsSchool(Post post, Assessment assessment) {
        return !assessment.schools().isEmpty() || !post.sourceSchool().isEmpty();
    }
}
