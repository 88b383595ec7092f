package huxiao.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.index.elasticsearch.ElasticsearchSettings.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticsearchSettingsTest {
    private static final List<URI> URLS = List.of(URI.create("https://node:9200"));

    @ParameterizedTest
    @ValueSource(strings = {"ftp://node:9200", "node:9200", "http://node:9200/path", "http://me:secret@node:9200"})
    void a_url_that_is_no_node_is_refused(String url) {
        assertThatThrownBy(() -> ElasticsearchSettings.of(List.of(URI.create(url)), "huxiao", Credentials.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://node:9200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "-a", "a,b", "a*", "护校"})
    void a_prefix_that_could_name_other_indices_is_refused(String prefix) {
        assertThatThrownBy(() -> ElasticsearchSettings.of(URLS, prefix, Credentials.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prefix");
    }

    @Test
    void a_timeout_is_longer_than_nothing() {
        assertThatThrownBy(() ->
                        new ElasticsearchSettings(URLS, "a", Credentials.NONE, Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void credentials_are_sent_and_never_printed() {
        assertThat(Credentials.apiKey("abc").authorization()).contains("ApiKey abc");
        assertThat(Credentials.password("me", "secret").authorization()).contains("Basic bWU6c2VjcmV0");
        assertThat(ElasticsearchSettings.of(URLS, "a", Credentials.password("me", "secret"))
                        .toString())
                .doesNotContain("secret")
                .doesNotContain("bWU6c2VjcmV0");
    }
}
