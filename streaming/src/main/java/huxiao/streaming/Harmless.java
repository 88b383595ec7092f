package huxiao.streaming;

import org.apache.flink.api.common.functions.FilterFunction;

/** Posts that raise no alert and go straight to the index. */
final class Harmless implements FilterFunction<Judged> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean filter(Judged judged) {
        return !judged.isDangerous();
    }
}
