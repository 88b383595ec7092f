package huxiao.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapExtractorTest {
    private static final String HOST = "http://127.0.0.1:8081";
    private static final String NAMESPACE = " xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'";

    private static List<Link> links(String xml) {
        SitemapExtractor extractor = new SitemapExtractor(new FollowRules(TestSources.forum(HOST + "/", "")));
        return extractor
                .extract(TestSources.page(HOST + "/sitemap.xml", xml), TestSources.NOW)
                .links();
    }

    @Test
    void an_index_names_sitemaps() {
        List<Link> links = links("<?xml version='1.0' encoding='gb2312'?><sitemapindex" + NAMESPACE + "><sitemap><loc>"
                + HOST + "/s1.xml.gz</loc></sitemap><sitemap><loc>http://evil.cn/s.xml</loc></sitemap></sitemapindex>");

        assertThat(links).containsExactly(new Link(HOST + "/s1.xml.gz", PageKind.LISTING, Optional.empty()));
    }

    @Test
    void a_sitemap_names_pages_the_latest_changed_first() {
        List<Link> links =
                links("<urlset" + NAMESPACE + "><url><loc>" + HOST + "/thread-1.html</loc></url><url><loc>" + HOST
                        + "/thread-2.html</loc><lastmod>2026-11-20</lastmod></url><url><loc>" + HOST
                        + "/thread-3.html</loc><lastmod>2026-11-23T08:00:00+08:00</lastmod></url><url><loc>" + HOST
                        + "/login</loc></url><url><loc>http://evil.cn/thread-4.html</loc></url></urlset>");

        assertThat(links)
                .extracting(Link::url)
                .containsExactly(HOST + "/thread-3.html", HOST + "/thread-2.html", HOST + "/thread-1.html");
        assertThat(links.get(0).changed()).contains(Instant.parse("2026-11-23T00:00:00Z"));
    }

    @Test
    void without_patterns_all_pages_of_the_host_are_followed() {
        SourceSettings source = TestSources.source(
                "id: n\ntype: site\nurl: http://127.0.0.1:8081/sitemap.xml\nallowLoopback: true\nposts: {text: p}");
        String xml = "<urlset" + NAMESPACE + "><url><loc>" + HOST + "/x</loc></url></urlset>";

        assertThat(new SitemapExtractor(new FollowRules(source))
                        .extract(TestSources.page(source.url(), xml), TestSources.NOW)
                        .links())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<urlset",
                "<urlset></urlset>",
                "<sitemapindex><sitemap>",
                "<urlset><url><loc>::</loc></url></urlset>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&a;</loc></url></urlset>",
                "no xml"
            })
    void a_broken_sitemap_names_nothing(String xml) {
        assertThat(links(xml)).isEmpty();
    }

    @Test
    void a_sitemap_is_known_by_its_root() {
        assertThat(SitemapExtractor.isSitemap(
                        TestSources.page(HOST, "<?xml version='1.0'?>\n<urlset" + NAMESPACE + ">")))
                .isTrue();
        assertThat(SitemapExtractor.isSitemap(TestSources.page(HOST, "<html>urlset</html>")))
                .isFalse();
    }
}
