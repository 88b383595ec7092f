package huxiao.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.crawler.fetch.FetchResult.Page;
import huxiao.model.Post;
import huxiao.model.PostIds;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedExtractorTest extends ExtractorContract {
    private static final String URL = "http://127.0.0.1:8081/rss.xml";

    @Override
    Extractor extractor() {
        return new FeedExtractor(new SourcePosts(TestSources.feed(URL), TestSources.KEYS));
    }

    @Override
    Page page(String title, String text, String time) {
        return rss("<item><title>" + title + "</title><link>/news/1.html</link><description>" + text
                + "</description><dc:creator>" + HANDLE + "</dc:creator><pubDate>" + time + "</pubDate></item>");
    }

    private static Page rss(String items) {
        return TestSources.page(
                URL, "<?xml version='1.0'?><rss version='2.0'><channel><title>新闻</title>" + items + "</channel></rss>");
    }

    private List<Post> read(Page page) {
        return extractor().extract(page, TestSources.NOW).posts();
    }

    @Test
    void an_item_has_the_id_of_its_own_page() {
        Post post = read(page("题", "文", "")).get(0);

        assertThat(post.url()).isEqualTo("http://127.0.0.1:8081/news/1.html");
        assertThat(post.id()).isEqualTo(PostIds.of("news", post.url(), ""));
        assertThat(post.sourceSchool()).isEqualTo("S1");
    }

    @Test
    void escaped_markup_and_cdata_become_paragraphs() {
        List<Post> posts = read(
                rss("<item><link>/1</link><description>&lt;p&gt;一&lt;/p&gt;&lt;p&gt;二&lt;/p&gt;</description></item>"
                        + "<item><link>/2</link><description>short</description>"
                        + "<content:encoded><![CDATA[<p>全</p><script>x</script>文]]></content:encoded></item>"));

        assertThat(posts).extracting(Post::text).containsExactly("一\n\n二", "全\n\n文");
    }

    @Test
    void items_under_one_link_are_told_apart() {
        List<Post> posts = read(rss("<item><link>/t</link><guid>g1</guid><title>一</title></item>"
                + "<item><link>/t</link><guid>g2</guid><title>二</title></item>"
                + "<item><link>/t#3</link><title>三</title></item>"
                + "<item><title>四</title></item><item><title>五</title></item>"));

        assertThat(posts).extracting(Post::id).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void an_empty_item_is_no_post() {
        assertThat(read(rss("<item></item><item><link>/1</link></item>"))).isEmpty();
    }

    @Test
    void atom_is_read_with_all_its_kinds_of_text() {
        Page atom = TestSources.page(URL, """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>论坛</title>
                <entry><title type="text">a &lt; b</title><link rel="self" href="/self"/><link href="/t/1"/><id>tag:1</id>
                <updated>2026-11-23T08:30:00Z</updated><author><name>愤怒的家长2008</name></author>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>一</p><p>二</p></div></content></entry>
                <entry><title>t</title><link rel="alternate" href="/t/2"/><summary type="html">&lt;b&gt;三&lt;/b&gt;</summary></entry>
                </feed>""");
        List<Post> posts = read(atom);

        assertThat(posts).extracting(Post::title).containsExactly("a < b", "t");
        assertThat(posts).extracting(Post::text).containsExactly("一\n\n二", "三");
        assertThat(posts)
                .extracting(Post::url)
                .containsExactly("http://127.0.0.1:8081/t/1", "http://127.0.0.1:8081/t/2");
        assertThat(posts.get(0).author()).isNotEmpty();
        assertThat(posts.get(0).publishedAt()).isEqualTo("2026-11-23T08:30:00Z");
    }

    @Test
    void an_external_entity_is_never_fetched() {
        Page page = TestSources.page(
                URL,
                "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><item><title>a&x;b</title></item></rss>");

        assertThat(read(page)).extracting(Post::title).containsExactly("a&x;b");
    }
}
