package huxiao.bench.report;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Blend;
import huxiao.analysis.Judge;
import huxiao.analysis.Lexicon;
import huxiao.analysis.LinearModel;
import huxiao.analysis.encoder.Encoder;
import huxiao.bench.train.Example;
import huxiao.model.Schools;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a report is made from.
 *
 * @param home the repository
 * @param cold folder with COLD's {@code train.csv} and {@code dev.csv}
 * @param settings thresholds in force
 * @param lexicon terms in force
 * @param schools of the demo city
 * @param model the linear model
 * @param encoder the encoder, where it is asked
 * @param blend of both
 * @param lessons our rows that were learnt from
 * @param ordinary COLD's rows that were learnt from
 * @param kept our rows that were calibrated on
 * @param test our rows that nothing was learnt from
 */
public record Material(
        Path home,
        Path cold,
        AnalysisSettings settings,
        Lexicon lexicon,
        Schools schools,
        LinearModel model,
        Optional<Encoder> encoder,
        Blend blend,
        List<Example> lessons,
        List<Example> ordinary,
        List<Example> kept,
        List<Example> test) {
    public Material {
        lessons = List.copyOf(lessons);
        ordinary = List.copyOf(ordinary);
        kept = List.copyOf(kept);
        test = List.copyOf(test);
    }

    /** The judge as it ships. */
    Judge judge() {
        return Judge.with(settings, lexicon, schools, model, encoder, blend);
    }

    /** The same without the encoder. */
    Judge withoutEncoder() {
        return Judge.with(settings.withEncoder(false), lexicon, schools, model, Optional.empty(), blend);
    }
}
