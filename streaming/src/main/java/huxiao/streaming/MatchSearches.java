package huxiao.streaming;

import huxiao.register.Register;
import huxiao.register.RegisterChange;
import huxiao.register.SearchHit;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.CoProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Beside the stages: which saved searches find a post that is stored. Every instance reads all searches when it opens, before the first
 * post, and hears of each change afterwards, so that no checkpoint holds them; of two revisions the higher one wins. Nothing of the
 * post's way depends on it: a query that cannot be understood any more is named in the log and left out, and where matching fails
 * on a post, that is counted, and the post goes on unmatched.
 */
final class MatchSearches extends CoProcessFunction<Judged, RegisterChange, SearchHit> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(MatchSearches.class);

    private final JobSettings settings;
    private transient KnownSearches searches;
    private transient Tally tally;
    private transient boolean hasFailed;

    MatchSearches(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        searches = new KnownSearches(Openers.searchContext(Openers.schools(settings), settings.clock()));
        tally = new Tally(getRuntimeContext());
        try (Resources.Lease<Register> register = Openers.register(settings)) {
            register.get().changes().searches().forEach(this::take);
        }
    }

    @Override
    public void processElement1(Judged judged, Context context, Collector<SearchHit> out) {
        for (String search : matching(judged)) {
            tally.add(Tally.FOUND);
            out.collect(new SearchHit(
                    search,
                    judged.post().id(),
                    judged.assessment().level(),
                    judged.assessment().linkedSchools(),
                    judged.post().collectedAt()));
        }
    }

    @Override
    public void processElement2(RegisterChange change, Context context, Collector<SearchHit> out) {
        take(change);
    }

    private void take(RegisterChange change) {
        try {
            searches.take(change).ifPresent(fault -> {
                tally.add(Tally.UNREADABLE_SEARCHES);
                // Not what it looks for: that is its owner's, who is shown the fault.
                LOG.warn(
                        "saved search {} finds nothing until its owner changes it: {} at position {}",
                        change.id(),
                        fault.problem(),
                        fault.position());
            });
        } catch (RuntimeException | StackOverflowError e) {
            tally.add(Tally.UNREADABLE_SEARCHES);
            LOG.warn("saved search {} could not be taken over and finds nothing", change.id(), e);
        }
    }

    private List<String> matching(Judged judged) {
        try {
            return searches.matching(judged.indexed());
        } catch (RuntimeException | StackOverflowError e) {
            tally.add(Tally.MATCHING_FAILED);
            if (!hasFailed) {
                hasFailed = true;
                LOG.warn(
                        "saved searches could not be matched against post {}; further failures are only counted",
                        judged.post().id(),
                        e);
            }
            return List.of();
        }
    }
}
