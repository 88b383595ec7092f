package huxiao.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageUrlTest {
    @ParameterizedTest
    @CsvSource({
        "HTTP://BBS.Example.CN:80/a, http://bbs.example.cn/a",
        "https://bbs.example.cn, https://bbs.example.cn/",
        "https://bbs.example.cn:443/a/../b/./c#floor3, https://bbs.example.cn/b/c",
        "http://bbs.example.cn/thread?tid=7&utm_source=x, http://bbs.example.cn/thread?tid=7",
        "http://bbs.example.cn/thread?PHPSESSID=1&tid=7, http://bbs.example.cn/thread?tid=7",
        "http://bbs.example.cn/通知, http://bbs.example.cn/%E9%80%9A%E7%9F%A5",
        "http://bbs.example.cn/a b, http://bbs.example.cn/a%20b",
        "http://校园.example.cn/, http://xn--fcs331b.example.cn/",
        "http://127.0.0.2:8081/a, http://127.0.0.2:8081/a"
    })
    void a_url_has_one_form(String given, String normal) {
        assertThat(PageUrl.normalise(given)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bbs.example.cn",
                "/a",
                "ftp://a.cn/",
                "javascript:alert(1)",
                "mailto:a@b.cn",
                "data:text/html,x",
                "file:///etc/passwd",
                "http://",
                "http:///a",
                "http://user@a.cn/",
                "http://user:pass@a.cn/",
                "http://a.cn:99999/"
            })
    void what_may_not_be_read_has_none(String given) {
        assertThat(PageUrl.normalise(given)).isEmpty();
    }

    @Test
    void a_url_too_long_to_be_a_page_has_none() {
        assertThat(PageUrl.normalise("http://a.cn/" + "a".repeat(3_000))).isEmpty();
    }

    @Test
    void a_link_is_resolved_against_its_page() {
        String page = "http://bbs.example.cn/board/1.html";

        assertThat(PageUrl.resolve(page, " thread-7.html ")).contains("http://bbs.example.cn/board/thread-7.html");
        assertThat(PageUrl.resolve(page, "//www.example.cn/x")).contains("http://www.example.cn/x");
        assertThat(PageUrl.resolve(page, "?page=2")).contains("http://bbs.example.cn/board/1.html?page=2");
        assertThat(PageUrl.resolve(page, "javascript:void(0)")).isEmpty();
    }

    @Test
    void plain_and_tls_are_one_host_only_on_the_usual_ports() {
        URI plain = URI.create("http://a.cn/");

        assertThat(PageUrl.sameHost(plain, URI.create("https://a.cn/x"))).isTrue();
        assertThat(PageUrl.sameHost(plain, URI.create("https://a.cn:8443/x"))).isFalse();
        assertThat(PageUrl.sameHost(plain, URI.create("http://www.a.cn/"))).isFalse();
    }

    @Property(tries = 500)
    void the_form_of_a_form_is_itself(@ForAll String path) {
        PageUrl.normalise("http://a.cn/" + path)
                .ifPresent(normal -> assertThat(PageUrl.normalise(normal)).contains(normal));
    }

    @Property(tries = 500)
    void any_link_is_resolved_or_refused(@ForAll String href) {
        PageUrl.resolve("http://a.cn/b", href)
                .ifPresent(url -> assertThat(URI.create(url).getHost()).isNotEmpty());
    }
}
