package huxiao.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RobotsRulesTest {
    private static final String ROBOTS = "https://bbs.example.cn/robots.txt";

    private static RobotsRules rules(byte[] body, String contentType) {
        return RobotsRules.of(ROBOTS, 200, body, contentType);
    }

    private static Arguments file(String reason, String file, String path, boolean allowed) {
        return Arguments.of(reason, file, path, allowed);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                file("an empty file has no rules", "", "/a", true),
                file("all is forbidden to all", "User-agent: *\nDisallow: /", "/a", false),
                file("an empty Disallow forbids nothing", "User-agent: *\nDisallow:", "/a", true),
                file(
                        "our own group wins over that for all",
                        "User-agent: *\nDisallow: /\n\nUser-agent: huxiao\nAllow: /",
                        "/a",
                        true),
                file(
                        "whatever the order",
                        "User-agent: huxiao\nDisallow: /x\n\nUser-agent: *\nDisallow: /",
                        "/a",
                        true),
                file("the token is compared without case (§2.2.1)", "User-agent: HuXiao\nDisallow: /", "/a", false),
                file(
                        "groups of one token are joined (§2.2.1)",
                        "User-agent: huxiao\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: huxiao\nDisallow: /b",
                        "/a",
                        false),
                file("another's group is not ours", "User-agent: Baiduspider\nDisallow: /", "/a", true),
                file(
                        "a group may name several agents",
                        "User-agent: Baiduspider\nUser-agent: huxiao\nDisallow: /",
                        "/a",
                        false),
                file(
                        "the longest match wins (§2.2.2)",
                        "User-agent: *\nDisallow: /board\nAllow: /board/open",
                        "/board/open/1",
                        true),
                file("on a tie Allow wins (§2.2.2)", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true),
                file("* matches anything (§2.2.3)", "User-agent: *\nDisallow: /*/private", "/x/y/private/1", false),
                file("$ anchors the end (§2.2.3)", "User-agent: *\nDisallow: /*.php$", "/a.php?x=1", true),
                file("$ anchors the end, met", "User-agent: *\nDisallow: /*.php$", "/a.php", false),
                file("the query counts", "User-agent: *\nDisallow: /*?tid=", "/thread?tid=7", false),
                file("paths keep their case", "User-agent: *\nDisallow: /Admin", "/admin", true),
                file(
                        "Chinese in a rule meets its escaped form (§2.2.2)",
                        "User-agent: *\nDisallow: /通知",
                        "/%E9%80%9A%E7%9F%A5/1",
                        false),
                file("escapes are compared without case", "User-agent: *\nDisallow: /%e9%80%9a", "/%E9%80%9A/1", false),
                file("comments are no rules", "User-agent: * # all\nDisallow: /a # not this\n", "/a", false),
                file("Windows line ends", "User-agent: *\r\nDisallow: /a\r\n", "/a", false),
                file("old Mac line ends", "User-agent: *\rDisallow: /a\r", "/a", false),
                file("a byte-order mark in front", "\uFEFFUser-agent: *\nDisallow: /a", "/a", false),
                file("blanks around everything", "  User-agent :  *  \n\t Disallow : /a  ", "/a", false),
                file("empty lines inside a group", "User-agent: *\n\n\nDisallow: /a", "/a", false),
                file("unknown lines between", "User-agent: *\nHost: x\nClean-param: sid\nDisallow: /a", "/a", false),
                file("a misspelling that everybody means", "User-agent: *\nDissalow: /a", "/a", false),
                file("rules before any agent bind nobody", "Disallow: /a\nUser-agent: x\nDisallow: /", "/a", true),
                file("a missing colon", "User-agent *\nDisallow /a", "/a", false),
                file(
                        "a soft 404 in HTML has no rules",
                        "<!DOCTYPE html><html><body><h1>找不到页面</h1></body></html>",
                        "/a",
                        true),
                file(
                        "robots.txt itself is never forbidden in effect",
                        "User-agent: *\nDisallow: /",
                        "/robots.txt",
                        true),
                file("no newline at the end", "User-agent: *\nDisallow: /a", "/a/b", false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_is_read_by_rfc_9309(String reason, String file, String path, boolean allowed) {
        RobotsRules rules = rules(file.getBytes(StandardCharsets.UTF_8), "text/plain");

        assertThat(rules.allows("https://bbs.example.cn" + path)).as(reason).isEqualTo(allowed);
    }

    @Test
    void a_file_in_gbk_is_read_where_its_rules_are_ascii() {
        byte[] file = "# 禁止抓取\nUser-agent: *\nDisallow: /a".getBytes(Charset.forName("GBK"));

        assertThat(rules(file, "text/plain").allows("https://bbs.example.cn/a")).isFalse();
    }

    @Test
    void a_crawl_delay_is_told_in_seconds_or_parts_of_one() {
        assertThat(rules("User-agent: *\nCrawl-delay: 2.5".getBytes(StandardCharsets.UTF_8), "")
                        .crawlDelay())
                .isEqualTo(Duration.ofMillis(2_500));
        assertThat(rules("User-agent: *\nCrawl-delay: soon".getBytes(StandardCharsets.UTF_8), "")
                        .crawlDelay())
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void a_crawl_delay_beyond_a_day_means_stay_out() {
        RobotsRules rules = rules("User-agent: *\nCrawl-delay: 100000".getBytes(StandardCharsets.UTF_8), "");

        assertThat(rules.allows("https://bbs.example.cn/a")).isFalse();
    }

    @Property(tries = 300)
    void any_bytes_give_rules(@ForAll byte[] body, @ForAll String contentType) {
        assertThat(rules(body, contentType).isKnown()).isTrue();
    }
}
