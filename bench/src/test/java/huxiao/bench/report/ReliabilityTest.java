package huxiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ReliabilityTest {
    @Test
    void sorts_probabilities_into_tenths_the_last_of_which_holds_one() {
        Reliability reliability = new Reliability("q");
        reliability.add(0.0, false);
        reliability.add(0.05, true);
        reliability.add(0.3, false);
        reliability.add(1.0, true);
        assertThat(reliability.bins())
                .containsExactly(
                        new Reliability.Bin(0, 0.025, new Interval(1, 2)),
                        new Reliability.Bin(3, 0.3, new Interval(0, 1)),
                        new Reliability.Bin(9, 1.0, new Interval(1, 1)));
        // |0.025 − 0.5| · 2/4 + |0.3 − 0| · 1/4 + 0
        assertThat(reliability.expectedCalibrationError()).isCloseTo(0.3125, within(1e-12));
        assertThat(reliability.brier()).isCloseTo((0.95 * 0.95 + 0.09) / 4, within(1e-12));
    }

    @Test
    void what_happens_as_often_as_said_has_next_to_no_error() {
        Reliability reliability = new Reliability("q");
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double probability = random.nextDouble();
            reliability.add(probability, random.nextDouble() < probability);
        }
        assertThat(reliability.expectedCalibrationError()).isLessThan(0.01);
    }

    @Test
    void the_diagram_is_well_formed_and_has_a_dot_for_each_bin() throws Exception {
        Reliability reliability = new Reliability("a < b & c");
        reliability.add(0.05, false);
        reliability.add(0.55, true);
        String svg = ReliabilityDiagram.svg(List.of(reliability, new Reliability("empty")));
        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(read.getElementsByTagName("circle").getLength()).isEqualTo(2);
    }
}
