package huxiao.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RaisedCriticismTest {
    @Test
    void a_model_that_raises_more_criticism_than_the_present_one_is_warned_of() {
        assertThat(new RaisedCriticism(10, 3, 2).line())
                .startsWith("WARNING")
                .contains("criticism raised: 3 of 10, by the shipped model 2");
        assertThat(new RaisedCriticism(10, 2, 2).line())
                .doesNotContain("WARNING")
                .contains("2 of 10");
    }
}
