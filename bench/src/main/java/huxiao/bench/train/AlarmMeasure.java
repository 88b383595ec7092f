package huxiao.bench.train;

import huxiao.analysis.AlarmCurve;
import huxiao.analysis.Judge;
import huxiao.model.Post;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** Measures what each threshold of ORANGE costs in police alarms on ordinary posts. */
final class AlarmMeasure {
    private static final int LOWEST = 50;
    private static final int HIGHEST = 99;

    private AlarmMeasure() {}

    /**
     * The curve from 0.50 to 0.99.
     *
     * @param judgeAt the judge with a given threshold of ORANGE
     * @param ordinary posts that name a school and tell of no danger
     */
    static AlarmCurve of(DoubleFunction<Judge> judgeAt, List<Post> ordinary) {
        Map<Double, Double> alarms = new TreeMap<>();
        List<Post> raised = ordinary;
        for (int hundredths = LOWEST; hundredths <= HIGHEST; hundredths++) {
            double threshold = hundredths / 100.0;
            Judge judge = judgeAt.apply(threshold);
            // A higher threshold raises nothing that a lower one left alone.
            raised = raised.stream()
                    .filter(post -> judge.assessBriefly(post).level().isPolice())
                    .toList();
            alarms.put(threshold, 10_000.0 * raised.size() / ordinary.size());
        }
        return AlarmCurve.of(alarms);
    }
}
