package huxiao.streaming;

import huxiao.model.Post;
import huxiao.model.SchoolRisk;
import huxiao.register.RegisterChange;
import huxiao.streaming.change.ChangeSource;
import huxiao.streaming.merge.RiskItem;
import huxiao.streaming.publish.HitSink;
import huxiao.streaming.publish.IndexSink;
import huxiao.streaming.publish.RiskSink;
import huxiao.streaming.publish.ShadowSink;
import huxiao.streaming.publish.StatusSink;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The way of a post, on one page: collect, screen, assess, group, merge, publish. Sources are handed in; every operator has a
 * uid, since a checkpoint outlives a refactoring.
 */
public final class HuxiaoJob {
    private static final String JURISDICTION = "jurisdiction";

    private final JobSettings settings;
    private final List<PostSource> sources;
    private final ChangeSource changes;

    /** A job over sources of posts and the register's changes. */
    public HuxiaoJob(JobSettings settings, List<PostSource> sources, ChangeSource changes) {
        this.settings = settings;
        this.sources = List.copyOf(sources);
        this.changes = changes;
    }

    /** Wires the job into an environment; the caller executes it. */
    public void wire(StreamExecutionEnvironment env) {
        DataStream<Post> posts = collect(env);
        DataStream<Post> screened = screen(posts);
        DataStream<Judged> judged = assess(screened);
        SingleOutputStreamOperator<Judged> grouped = group(judged);
        DataStream<RegisterChange> changed = changes(env);
        DataStream<SchoolRisk> risks = merge(changed, grouped);
        DataStream<Judged> stored = publish(judged, grouped, risks, changed);
        match(stored, changed);
        if (Openers.hasShadow(settings)) {
            compare(judged);
        }
    }

    private DataStream<Post> collect(StreamExecutionEnvironment env) {
        return sources.stream()
                .map(source -> source.open(env))
                .reduce((a, b) -> a.union(b))
                .orElseThrow(() -> new IllegalArgumentException("the job needs a source of posts"))
                .map(new Mask())
                .uid("mask")
                .name("mask")
                .keyBy(Post::id)
                .process(new Collect(settings.pipeline().collectMemory()))
                .uid("collect")
                .name("collect");
    }

    private DataStream<Post> screen(DataStream<Post> posts) {
        return posts.process(new Screen(settings)).uid("screen").name("screen");
    }

    private DataStream<Judged> assess(DataStream<Post> screened) {
        return screened.process(new Assess(settings)).uid("assess").name("assess");
    }

    private SingleOutputStreamOperator<Judged> group(DataStream<Judged> judged) {
        return judged.filter(Judged::isDangerous)
                .uid("dangerous")
                .name("dangerous")
                .keyBy(post -> JURISDICTION)
                .process(new Group(settings))
                .uid("group")
                .name("group");
    }

    private DataStream<RegisterChange> changes(StreamExecutionEnvironment env) {
        return env.fromSource(changes, WatermarkStrategy.noWatermarks(), "changes")
                .uid("changes")
                .setParallelism(1);
    }

    private DataStream<SchoolRisk> merge(
            DataStream<RegisterChange> changed, SingleOutputStreamOperator<Judged> grouped) {
        DataStream<RiskItem> decided =
                changed.flatMap(new ItemsOfChange()).uid("items").name("items").setParallelism(1);
        return grouped.getSideOutput(Group.RISK)
                .union(decided)
                .keyBy(RiskItem::school)
                .process(new Merge(settings))
                .uid("merge")
                .name("merge");
    }

    private DataStream<Judged> publish(
            DataStream<Judged> judged,
            SingleOutputStreamOperator<Judged> grouped,
            DataStream<SchoolRisk> risks,
            DataStream<RegisterChange> changed) {
        DataStream<Judged> stored = judged.filter(new Harmless())
                .uid("harmless")
                .name("harmless")
                .union(grouped)
                .keyBy(post -> post.post().id())
                .process(new Newest(settings))
                .uid("newest")
                .name("newest");
        stored.sinkTo(new IndexSink(settings)).uid("index").name("index");
        changed.sinkTo(new StatusSink(settings)).uid("status").name("status").setParallelism(1);
        risks.sinkTo(new RiskSink(settings)).uid("risk").name("risk");
        return stored;
    }

    /** Which saved searches find what is stored; behind the alerts, beside the way to the index. */
    private void match(DataStream<Judged> stored, DataStream<RegisterChange> changed) {
        DataStream<RegisterChange> searches = changed.filter(new SearchChanges())
                .uid("search-changes")
                .name("search-changes")
                .setParallelism(1);
        stored.connect(searches.broadcast())
                .process(new MatchSearches(settings))
                .uid("searches")
                .name("searches")
                .sinkTo(new HitSink(settings))
                .uid("hits")
                .name("hits");
    }

    /** What another model would say of what is kept; on threads of its own, beside the way to the police. */
    private void compare(DataStream<Judged> judged) {
        judged.process(new Shadow(settings))
                .startNewChain()
                .uid("shadow")
                .name("shadow")
                .sinkTo(new ShadowSink(settings))
                .uid("differences")
                .name("differences");
    }
}
