package huxiao.server.run;

import huxiao.analysis.Judge;
import huxiao.analysis.Judgement;
import huxiao.crawler.SourceSettings;
import huxiao.crawler.SourcesFile;
import huxiao.index.IndexedPost;
import huxiao.model.Likeness;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.register.AlertPost;
import huxiao.register.RecordedPost;
import huxiao.register.Register;
import huxiao.streaming.group.Fingerprint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The posts of alerts, for an index that has been lost with no other to fill it from. The register keeps their texts and alerts;
 * they are judged anew, so that level and categories are those of the present models. Posts without an alert are not among them,
 * and authors' keys are gone.
 */
final class RegisteredPosts {
    private static final int PAGE = 500;

    private final Register register;
    private final Supplier<Judge> judge;
    private final Map<String, SourceSettings> sources;

    RegisteredPosts(Register register, Supplier<Judge> judge, SourcesFile sources) {
        this.register = register;
        this.judge = judge;
        this.sources = sources.sources().stream().collect(Collectors.toMap(SourceSettings::id, Function.identity()));
    }

    /** All of them, in the order of their ids; read as the stream is. */
    Stream<IndexedPost> stream() {
        Judge loaded = judge.get();
        return Stream.iterate(
                        register.alerts().recorded("", PAGE), Predicate.not(List::isEmpty), page -> register.alerts()
                                .recorded(page.get(page.size() - 1).post().id(), PAGE))
                .flatMap(Collection::stream)
                .map(recorded -> indexed(recorded, loaded));
    }

    private IndexedPost indexed(RecordedPost recorded, Judge loaded) {
        AlertPost kept = recorded.post();
        SourceSettings source = sources.get(kept.source());
        Post post = new Post(
                kept.id(),
                PostIds.version(kept.title(), kept.text()),
                kept.source(),
                kept.url(),
                kept.title(),
                kept.text(),
                "",
                source == null ? "" : source.district(),
                source == null ? "" : source.school(),
                kept.eventTime(),
                recorded.collectedAt());
        Judgement judgement = loaded.judge(post);
        Likeness likeness = new Likeness(Fingerprint.of(post.title(), post.text()), judgement.vector());
        return new IndexedPost(post, judgement.assessment(), recorded.alertId(), likeness);
    }
}
