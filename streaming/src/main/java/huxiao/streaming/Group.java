package huxiao.streaming;

import huxiao.model.Alert;
import huxiao.model.Post;
import huxiao.model.Route;
import huxiao.register.AlertMember;
import huxiao.register.Recorded;
import huxiao.register.Register;
import huxiao.register.Sighting;
import huxiao.streaming.group.EventGrouping;
import huxiao.streaming.merge.RiskItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Stage 4: one alert for each event. Keyed by the whole jurisdiction, so that decisions are made one after another; only the
 * few dangerous posts come here. State holds fingerprints and vectors, never text; where it knows no post of the same event, the
 * register is asked, since a checkpoint may be older than what was committed there. Which alert that post belongs to is the
 * register's to say, since people merge alerts and take posts out of them.
 */
final class Group extends KeyedProcessFunction<String, Judged, Judged> {
    /** What the committed alerts mean for the risk of their schools. */
    static final OutputTag<RiskItem> RISK = new OutputTag<>("risk") {};

    private static final long serialVersionUID = 1;

    private final JobSettings settings;
    private transient Resources.Lease<Register> register;
    private transient DeadLetters deadLetters;
    private transient MapState<String, AlertMember> members;
    private transient Tally tally;

    Group(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        register = Openers.register(settings);
        deadLetters = new DeadLetters(settings);
        MapStateDescriptor<String, AlertMember> descriptor =
                new MapStateDescriptor<>("members", String.class, AlertMember.class);
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(settings.group().copyWindow())
                .useProcessingTime()
                .build());
        members = getRuntimeContext().getMapState(descriptor);
        tally = new Tally(getRuntimeContext());
    }

    @Override
    public void close() {
        if (register != null) {
            register.close();
        }
        if (deadLetters != null) {
            deadLetters.close();
        }
    }

    @Override
    public void processElement(Judged judged, Context context, Collector<Judged> out) throws Exception {
        List<AlertMember> known = known();
        Optional<Placed> placed = deadLetters.unlessPoison("group", judged.post(), () -> place(judged, known));
        if (placed.isEmpty()) {
            tally.add(Tally.REFUSED);
            return;
        }
        Alert alert = placed.get().recorded().alert();
        members.put(judged.post().id(), placed.get().member());
        tally.add(placed.get().recorded().changed() ? Tally.RAISED : Tally.JOINED);
        // Sent on even when nothing changed: merging may have been restored to a time before this alert was committed.
        RiskItem.of(alert).forEach(item -> context.output(RISK, item));
        out.collect(judged.in(alert));
    }

    /** Where a post came to belong. */
    private record Placed(Recorded recorded, AlertMember member) {}

    private Placed place(Judged judged, List<AlertMember> known) {
        Post post = judged.post();
        AlertMember candidate = new AlertMember(
                "",
                post.id(),
                judged.likeness(),
                judged.assessment().mainCategory().orElseThrow(),
                judged.assessment().linkedSchools(),
                post.eventTime(),
                judged.assessment().routes().contains(Route.SCHOOL));
        Optional<AlertMember> joins = EventGrouping.match(candidate, known, settings.group())
                .or(() -> EventGrouping.match(candidate, committed(post.eventTime()), settings.group()));
        Instant oldest = settings.clock().instant().minus(settings.pipeline().maxAge());
        Recorded recorded = register.get()
                .alerts()
                .record(new Sighting(
                        post,
                        judged.assessment(),
                        candidate.likeness(),
                        joins.map(AlertMember::postId).orElse(""),
                        post.eventTime().isBefore(oldest)));
        return new Placed(
                recorded,
                new AlertMember(
                        recorded.alert().id(),
                        candidate.postId(),
                        candidate.likeness(),
                        candidate.category(),
                        candidate.schools(),
                        candidate.eventTime(),
                        recorded.alert().routes().contains(Route.SCHOOL)));
    }

    private List<AlertMember> known() throws Exception {
        List<AlertMember> result = new ArrayList<>();
        for (Map.Entry<String, AlertMember> entry : members.entries()) {
            result.add(entry.getValue());
        }
        return result;
    }

    private List<AlertMember> committed(Instant around) {
        Duration window = settings.group().copyWindow();
        return register.get().alerts().members(around.minus(window), around.plus(window));
    }
}
