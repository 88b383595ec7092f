package huxiao.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Judge;
import huxiao.analysis.Lexicon;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The judge that ships, on the frozen test part, against the committed figures. */
class GateTest {
    private static final Path HOME = Path.of(System.getProperty("huxiao.home"));

    @Test
    void the_judge_is_as_good_as_the_model_card_says() throws IOException {
        AnalysisSettings settings = AnalysisSettings.from(
                ConfigNode.read(HOME.resolve("config/huxiao.yaml")).section("analysis"));
        Judge judge = Judge.load(settings, HOME.resolve("config"), SchoolsCsv.read(HOME.resolve("config/schools.csv")));
        Gate committed = Gate.read(HOME);
        Gate measured = Gate.of(
                judge, Lexicon.read(HOME.resolve("config/lexicon")), Examples.rows(HOME.resolve("bench/data/test")));
        assertThat(measured.precision())
                .as("precision of what police are told")
                .isGreaterThanOrEqualTo(committed.precision());
        assertThat(measured.recall())
                .as("recall of what police must be told")
                .isGreaterThanOrEqualTo(committed.recall());
        assertThat(measured.criticism())
                .as("views and complaints told to police")
                .isLessThanOrEqualTo(committed.criticism());
        assertThat(measured.cloaked())
                .as("danger found with its words hidden")
                .isGreaterThanOrEqualTo(committed.cloaked());
    }
}
