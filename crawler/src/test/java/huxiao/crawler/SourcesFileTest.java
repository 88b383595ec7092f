package huxiao.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SourcesFileTest {
    private static final Path DEFAULT = Path.of(System.getProperty("huxiao.home"), "config", "sources.yaml");
    private static final String FEED = "sources:\n  - id: a\n    type: feed\n    url: https://a.cn/rss.xml\n";
    private static final String SITE = "sources:\n  - id: a\n    type: site\n    url: https://a.cn/\n";

    private static SourcesFile parse(String yaml) {
        return SourcesFile.from(ConfigNode.parse("sources.yaml", yaml));
    }

    @Test
    void the_default_crawls_nothing() {
        assertThat(SourcesFile.read(DEFAULT)).isEqualTo(SourcesFile.empty());
    }

    @Test
    void the_example_in_the_default_is_a_working_one_and_shows_the_defaults() throws IOException {
        String example;
        try (Stream<String> lines = Files.lines(DEFAULT)) {
            example = lines.dropWhile(line -> !line.equals("# sources:"))
                    .map(line -> line.replaceFirst("^# ?", ""))
                    .collect(Collectors.joining("\n"));
        }
        SourcesFile file = parse(example);

        assertThat(file.sources()).extracting(SourceSettings::id).containsExactly("education-news", "city-forum");
        SourceSettings shown = file.sources().get(0);
        SourceSettings bare = parse(FEED).sources().get(0);
        assertThat(shown.delay()).isEqualTo(bare.delay());
        assertThat(shown.refresh()).isEqualTo(bare.refresh());
        assertThat(shown.maxBytes()).isEqualTo(bare.maxBytes());
        assertThat(shown.timeout()).isEqualTo(bare.timeout());
        assertThat(shown.maxPages()).isEqualTo(bare.maxPages());
        assertThat(shown.allowLoopback()).isEqualTo(bare.allowLoopback());
    }

    @Test
    void a_bare_source_has_the_defaults() {
        SourceSettings source = parse(FEED).sources().get(0);

        assertThat(source.delay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(source.refresh()).isEqualTo(Duration.ofMinutes(5));
        assertThat(source.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(source.maxBytes()).isEqualTo(2 * 1024 * 1024);
        assertThat(source.allowLoopback()).isFalse();
        assertThat(source.host()).isEqualTo("a.cn");
    }

    @Test
    void the_user_agent_names_the_product_and_the_contact() {
        assertThat(parse("contact: mailto:net@edu.example.cn").userAgent())
                .startsWith("huxiao/")
                .contains("+mailto:net@edu.example.cn");
    }

    @Test
    void settings_travel_as_bytes() throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(parse(SITE + "    posts: {text: p}\n"));
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("unknown: 1", "sources.yaml:1: unknown key 'unknown'; allowed: contact, sources"),
                Arguments.of(FEED + "    dealy: 5s\n", "sources.yaml:5: unknown key 'sources[0].dealy'; allowed: "),
                Arguments.of(FEED + FEED.substring(9), "sources.yaml:5: sources[1].id: found 'a'"),
                Arguments.of(FEED.replace("id: a", "id: A b"), "sources.yaml:2: sources[0].id: found 'A b'"),
                Arguments.of(
                        FEED.replace("feed", "rss"),
                        "sources.yaml:3: sources[0].type: found 'rss', allowed: one of feed, site"),
                Arguments.of(FEED.replace("    type: feed\n", ""), "key 'sources[0].type' is missing"),
                Arguments.of(
                        FEED.replace("https://a.cn", "ftp://a.cn"),
                        "sources.yaml:4: sources[0].url: found 'ftp://a.cn/rss.xml'"),
                Arguments.of(FEED.replace("a.cn", "u:p@a.cn"), "sources[0].url"),
                Arguments.of(
                        FEED + "    delay: 500ms\n",
                        "sources.yaml:5: sources[0].delay: found '500ms', allowed: 1000ms to 3600s"),
                Arguments.of(FEED + "    refresh: 1s\n", "sources[0].refresh"),
                Arguments.of(FEED + "    timeout: 1h\n", "sources[0].timeout"),
                Arguments.of(FEED + "    maxBytes: 12\n", "sources[0].maxBytes"),
                Arguments.of(FEED + "    allowLoopback: yes\n", "sources[0].allowLoopback"),
                Arguments.of(FEED + "    posts: {text: p}\n", "only a site has it"),
                Arguments.of(FEED + "    follow: .*\n", "only a site has it"),
                Arguments.of(SITE, "posts.text"),
                Arguments.of(SITE + "    posts: {text: 'p['}\n", "sources[0].posts.text: found 'p['"),
                Arguments.of(SITE + "    posts: {text: p, title: 'h1 > @'}\n", "sources[0].posts.title"),
                Arguments.of(SITE + "    posts: {text: p, timeFormat: yyyy-QQQQQQ}\n", "sources[0].posts.timeFormat"),
                Arguments.of(SITE + "    posts: {text: p, body: p}\n", "unknown key 'sources[0].posts.body'"),
                Arguments.of(
                        SITE + "    follow: ['[']\n    posts: {text: p}\n",
                        "sources.yaml:5: sources[0].follow: found '['"),
                Arguments.of("contact: 张三", "sources.yaml:1: contact"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_names_file_line_key_and_what_is_allowed(String yaml, String message) {
        assertThatThrownBy(() -> parse(yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_short_delay_is_for_loopback_only() {
        assertThat(parse(FEED + "    allowLoopback: true\n    delay: 50ms\n")
                        .sources()
                        .get(0)
                        .delay())
                .isEqualTo(Duration.ofMillis(50));
    }
}
