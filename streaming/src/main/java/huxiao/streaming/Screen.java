package huxiao.streaming;

import huxiao.analysis.Judge;
import huxiao.analysis.Screening;
import huxiao.model.Post;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Stage 2: every post, cheaply. One that cannot concern a school and shows no danger ends here. */
final class Screen extends ProcessFunction<Post, Post> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;
    private transient Resources.Lease<Judge> judge;
    private transient DeadLetters deadLetters;
    private transient Tally tally;

    Screen(JobSettings settings) {
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
    public void processElement(Post post, Context context, Collector<Post> out) {
        Optional<Screening> screening =
                deadLetters.unlessPoison("screen", post, () -> judge.get().screen(post));
        if (screening.isEmpty()) {
            tally.add(Tally.REFUSED);
            return;
        }
        boolean mayConcernSchool =
                screening.get().mayNameSchool() || !post.sourceSchool().isEmpty();
        if (mayConcernSchool || screening.get().worthAssessing()) {
            out.collect(post);
        } else {
            tally.add(Tally.DROPPED + "no school, no danger");
        }
    }
}
