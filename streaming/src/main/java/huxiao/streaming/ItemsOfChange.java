package huxiao.streaming;

import huxiao.register.RegisterChange;
import huxiao.streaming.merge.RiskItem;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** What a change in the register means for the risk of schools. */
final class ItemsOfChange implements FlatMapFunction<RegisterChange, RiskItem> {
    private static final long serialVersionUID = 1;

    @Override
    public void flatMap(RegisterChange change, Collector<RiskItem> out) {
        RiskItem.of(change).forEach(out::collect);
    }
}
