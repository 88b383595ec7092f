package huxiao.streaming;

import huxiao.register.ShadowJudgement;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Beside the stages: what another model would say of every post that is kept. Nothing of the post's way depends on it; where it
 * fails on a post, that is counted, said once in the log, and the post goes uncompared.
 */
final class Shadow extends ProcessFunction<Judged, ShadowJudgement> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

    private final JobSettings settings;
    private transient Optional<Resources.Lease<ShadowModel>> model;
    private transient Tally tally;
    private transient boolean hasFailed;

    Shadow(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        model = Openers.shadow(settings);
        tally = new Tally(getRuntimeContext());
    }

    @Override
    public void close() {
        if (model != null) {
            model.ifPresent(Resources.Lease::close);
        }
    }

    @Override
    public void processElement(Judged judged, Context context, Collector<ShadowJudgement> out) {
        compared(judged).ifPresent(judgement -> {
            tally.add(Tally.SHADOWED);
            out.collect(judgement);
        });
    }

    private Optional<ShadowJudgement> compared(Judged judged) {
        try {
            return model.map(lease -> lease.get().compare(judged.post(), judged.assessment()));
        } catch (RuntimeException | StackOverflowError e) {
            tally.add(Tally.SHADOW_FAILED);
            if (!hasFailed) {
                hasFailed = true;
                LOG.warn(
                        "the shadow model failed on post {}; it changes nothing, and further failures are only counted",
                        judged.post().id(),
                        e);
            }
            return Optional.empty();
        }
    }
}
