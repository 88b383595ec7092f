package huxiao.bench.train;

import huxiao.analysis.Judge;
import huxiao.model.Level;
import java.util.List;

/**
 * How much criticism, complaint and satire a new model would raise beside the present one: decisions must not teach the program to
 * take it for danger.
 *
 * @param texts labelled criticism and NONE
 * @param fresh how many the new model raises
 * @param present how many the present one raises
 */
record RaisedCriticism(int texts, long fresh, long present) {
    static RaisedCriticism of(List<Example> examples, Judge fresh, Judge present) {
        List<Example> criticism = examples.stream()
                .filter(example -> example.criticism().orElse(false) && example.level() == Level.NONE)
                .toList();
        return new RaisedCriticism(criticism.size(), raised(criticism, fresh), raised(criticism, present));
    }

    private static long raised(List<Example> criticism, Judge judge) {
        return criticism.stream()
                .filter(example -> judge.assessBriefly(example.post()).level() != Level.NONE)
                .count();
    }

    /** As printed. */
    String line() {
        String line = "criticism raised: " + fresh + " of " + texts + ", by the shipped model " + present;
        return fresh > present ? "WARNING: " + line + "; do not switch it on before you know why" : line;
    }
}
