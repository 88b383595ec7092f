package huxiao.streaming;

import huxiao.model.School;
import huxiao.model.SchoolRisk;
import huxiao.model.Schools;
import huxiao.streaming.merge.RiskItem;
import huxiao.streaming.merge.RiskMerge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Stage 5: one picture for each school. Keyed by school; keeps the highest revision of every alert, hazard and set of figures
 * and computes anew when one changes and when a day begins, since work falls overdue by itself.
 */
final class Merge extends KeyedProcessFunction<String, RiskItem, SchoolRisk> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;
    private transient Schools schools;
    private transient RiskMerge merge;
    private transient MapState<String, RiskItem> items;

    Merge(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        schools = Openers.schools(settings);
        merge = new RiskMerge(settings.risk());
        items = getRuntimeContext().getMapState(new MapStateDescriptor<>("items", String.class, RiskItem.class));
    }

    @Override
    public void processElement(RiskItem item, Context context, Collector<SchoolRisk> out) throws Exception {
        RiskItem known = items.get(item.key());
        if (known != null && known.revision() >= item.revision()) {
            return;
        }
        items.put(item.key(), item);
        emit(item.school(), out);
        long midnight = LocalDate.ofInstant(settings.clock().instant(), RiskMerge.ZONE)
                .plusDays(1)
                .atStartOfDay(RiskMerge.ZONE)
                .toInstant()
                .toEpochMilli();
        context.timerService().registerProcessingTimeTimer(midnight);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<SchoolRisk> out) throws Exception {
        emit(context.getCurrentKey(), out);
        Instant next = Instant.ofEpochMilli(time)
                .atZone(RiskMerge.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(RiskMerge.ZONE)
                .toInstant();
        context.timerService().registerProcessingTimeTimer(next.toEpochMilli());
    }

    private void emit(String code, Collector<SchoolRisk> out) throws Exception {
        Optional<School> school = schools.byCode(code);
        if (school.isEmpty()) {
            return;
        }
        List<RiskItem> all = new ArrayList<>();
        items.values().forEach(all::add);
        out.collect(merge.merge(school.get(), all, settings.clock().instant()));
    }
}
