package huxiao.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.index.elasticsearch.ElasticsearchSettings.Credentials;
import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void without_a_url_it_is_the_embedded_engine() {
        assertThat(read("", Map.of())).isEmpty();
        assertThat(read("prefix: other", Map.of())).isEmpty();
    }

    @Test
    void the_section_is_read_and_secrets_come_from_the_environment() {
        assertThat(read(
                        "{urls: [\"https://a:9200\", \"https://b:9200\"], prefix: p, user: me, connectTimeout: 1s, socketTimeout: 2s}",
                        Map.of(ElasticsearchSettings.PASSWORD_VARIABLE, "secret")))
                .hasValueSatisfying(settings -> {
                    assertThat(settings.urls())
                            .containsExactly(URI.create("https://a:9200"), URI.create("https://b:9200"));
                    assertThat(settings.prefix()).isEqualTo("p");
                    assertThat(settings.credentials().authorization()).contains("Basic bWU6c2VjcmV0");
                    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
                    assertThat(settings.socketTimeout()).isEqualTo(Duration.ofSeconds(2));
                });
        assertThat(read("urls: http://a", Map.of(ElasticsearchSettings.API_KEY_VARIABLE, "abc")))
                .hasValueSatisfying(settings ->
                        assertThat(settings.credentials().authorization()).contains("ApiKey abc"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urls: [a, b] | https://node:9200",
                "urls: http://me:secret@a | without a path",
                "urls: 'http://a b' | https://node:9200",
                "{urls: http://a, prefix: A} | the first a letter or digit",
                "{urls: http://a, user: me} | HUXIAO_ELASTICSEARCH_PASSWORD",
                "{urls: http://a, socketTimeout: 0s} | 1ms to 24d",
                "{url: http://a} | allowed: urls"
            })
    void faults_name_what_is_allowed(String yaml, String allowed) {
        assertThatThrownBy(() -> read(yaml, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("test.yaml:1", allowed);
    }

    @Test
    void a_user_and_an_api_key_exclude_each_other() {
        assertThatThrownBy(
                        () -> read("{urls: http://a, user: me}", Map.of(ElasticsearchSettings.API_KEY_VARIABLE, "abc")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("HUXIAO_ELASTICSEARCH_API_KEY is set");
    }

    private static Optional<ElasticsearchSettings> read(String yaml, Map<String, String> environment) {
        return ElasticsearchSettings.from(ConfigNode.parse("test.yaml", yaml), environment);
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
