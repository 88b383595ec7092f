package huxiao.streaming;

import huxiao.analysis.Screening;
import huxiao.model.Post;
import java.util.Optional;
import org.apache.flink.util.Collector;

/** Stage 2: every post, cheaply. One that cannot concern a school and shows no danger ends here. */
final class Screen extends Judging<Post> {
    private static final long serialVersionUID = 1;

    Screen(JobSettings settings) {
        super(settings, "screen");
    }

    @Override
    public void processElement(Post post, Context context, Collector<Post> out) {
        Optional<Screening> screening = ask(post, judge -> judge.screen(post));
        if (screening.isEmpty()) {
            return;
        }
        boolean mayConcernSchool =
                screening.get().mayNameSchool() || !post.sourceSchool().isEmpty();
        if (mayConcernSchool || screening.get().worthAssessing()) {
            out.collect(post);
        } else {
            drop("no school, no danger");
        }
    }
}
