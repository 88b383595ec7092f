package huxiao.streaming;

import huxiao.analysis.Judge;
import huxiao.model.Post;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;

/** A stage that asks the judge about each post. A post at which it fails is put aside and counted, and the stream goes on. */
abstract class Judging<T> extends ProcessFunction<Post, T> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;
    private final String stage;
    private transient Resources.Lease<Judge> judge;
    private transient DeadLetters deadLetters;
    private transient Tally tally;

    Judging(JobSettings settings, String stage) {
        this.settings = settings;
        this.stage = stage;
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

    /** The judge's answer about a post, empty where the post was put aside. */
    final <A> Optional<A> ask(Post post, Function<Judge, A> question) {
        Optional<A> answer = deadLetters.unlessPoison(stage, post, () -> question.apply(judge.get()));
        if (answer.isEmpty()) {
            tally.add(Tally.REFUSED);
        }
        return answer;
    }

    /** Counts a post that ends here. */
    final void drop(String why) {
        tally.add(Tally.DROPPED + why);
    }
}
