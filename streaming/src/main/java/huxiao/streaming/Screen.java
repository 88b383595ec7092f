package huxiao.streaming;

import huxiao.analysis.Judge;
import huxiao.analysis.Screening;
import huxiao.model.Post;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Stage 2: every post, cheaply. One that concerns no school and shows no danger ends here. */
final class Screen extends ProcessFunction<Post, Screened> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;
    private transient Resources.Lease<Judge> judge;
    private transient Tally tally;

    Screen(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        judge = Openers.judge(settings);
        tally = new Tally(getRuntimeContext());
    }

    @Override
    public void close() {
        if (judge != null) {
            judge.close();
        }
    }

    @Override
    public void processElement(Post post, Context context, Collector<Screened> out) {
        Screening screening = judge.get().screen(post);
        boolean concernsSchool = screening.namesSchool() || !post.sourceSchool().isEmpty();
        if (concernsSchool || screening.worthAssessing()) {
            out.collect(new Screened(post, concernsSchool));
        } else {
            tally.add(Tally.DROPPED + "no school, no danger");
        }
    }
}
