package huxiao.bench.report;

import huxiao.analysis.Judge;
import huxiao.bench.train.Example;
import huxiao.model.Assessment;
import huxiao.model.Level;
import java.util.List;

/**
 * A labelled text with what a judge says of it.
 *
 * @param example text and labels
 * @param said the judgement
 * @param worthAssessing whether it passes the screen
 */
public record Judged(Example example, Assessment said, boolean worthAssessing) {
    /** What a judge says of texts, in their order. */
    public static List<Judged> all(Judge judge, List<Example> examples) {
        return all(judge, new Remembered(judge), examples);
    }

    /** The same by a judge whose words are remembered. */
    public static List<Judged> all(Judge judge, Remembered remembered, List<Example> examples) {
        return examples.stream()
                .map(example -> new Judged(
                        example,
                        remembered.assess(example.post()),
                        judge.screen(example.post()).worthAssessing()))
                .toList();
    }

    /** Whether police are told. */
    public boolean police() {
        return said.level().isPolice();
    }

    /** Whether there is any alert. */
    public boolean alert() {
        return said.level() != Level.NONE;
    }
}
