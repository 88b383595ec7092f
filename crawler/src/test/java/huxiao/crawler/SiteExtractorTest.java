package huxiao.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.crawler.fetch.FetchResult.Page;
import huxiao.model.Post;
import huxiao.model.PostIds;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteExtractorTest extends ExtractorContract {
    private static final String HOST = "http://127.0.0.1:8081";
    private static final String URL = HOST + "/thread-7.html";

    @Override
    Extractor extractor() {
        return extractor(TestSources.forum(HOST + "/", ""));
    }

    private static Extractor extractor(SourceSettings source) {
        return new SiteExtractor(source.posts(), new FollowRules(source), new SourcePosts(source, TestSources.KEYS));
    }

    @Override
    Page page(String title, String text, String time) {
        return TestSources.page(URL, "<html><h1>" + title + "</h1>" + floor("p1", text, time) + "</html>");
    }

    private static String floor(String id, String text, String time) {
        return "<div class=post id=" + id + "><span class=author>" + HANDLE + "</span><span class=time>" + time
                + "</span><div class=message>" + text + "</div></div>";
    }

    private Extraction extract(String html) {
        return extractor().extract(TestSources.page(URL, html), TestSources.NOW);
    }

    @Test
    void a_thread_gives_a_post_for_each_floor_under_the_threads_title() {
        List<Post> posts = extract("<h1>放学</h1>" + floor("p1", "一楼", "") + floor("p2", "二楼", ""))
                .posts();

        assertThat(posts).extracting(Post::text).containsExactly("一楼", "二楼");
        assertThat(posts).extracting(Post::title).containsOnly("放学");
        assertThat(posts)
                .extracting(Post::id)
                .containsExactly(PostIds.of("forum", URL, "p1"), PostIds.of("forum", URL, "p2"));
        assertThat(posts).extracting(Post::place).containsOnly("新华区");
    }

    @Test
    void a_floor_inserted_above_does_not_change_the_ids_below() {
        Post before = extract(floor("p2", "二楼", "")).posts().get(0);
        Post after =
                extract(floor("p1", "一楼", "") + floor("p2", "二楼", "")).posts().get(1);

        assertThat(after.id()).isEqualTo(before.id());
    }

    @Test
    void what_is_quoted_is_not_the_authors_own() {
        Post post = extract(floor("p1", "<blockquote>我要杀人</blockquote>别这样说", ""))
                .posts()
                .get(0);

        assertThat(post.text()).isEqualTo("别这样说");
    }

    @Test
    void an_item_without_words_is_no_post() {
        assertThat(extract("<div class=post id=a></div>" + floor("b", " ", "")).posts())
                .isEmpty();
    }

    @Test
    void links_are_followed_by_pattern_on_the_same_host_only() {
        List<Link> links = extract("""
                <a href="board-2.html#x">1</a><a href="/board-2.html">again</a><a href="/thread-7.html">itself</a>
                <a href="http://127.0.0.1:9999/thread-1.html">port</a><a href="http://evil.cn/thread-1.html">host</a>
                <a href="/admin">no</a><a href="javascript:x()">js</a><a class=next href="/thread-7-page2">next</a>""").links();

        assertThat(links).extracting(Link::url).containsExactly(HOST + "/thread-7-page2", HOST + "/board-2.html");
    }

    @Test
    void a_base_element_cannot_lead_links_to_another_host() {
        assertThat(extract("<base href='http://evil.cn/'><a href='thread-1.html'>x</a>")
                        .links())
                .isEmpty();
    }

    @Test
    void a_page_without_item_selector_is_one_post() {
        SourceSettings news = TestSources.source("""
                id: n
                type: site
                url: http://127.0.0.1:8081/
                posts: {text: article, title: h1, time: 'time@datetime'}
                """.replace("posts:", "allowLoopback: true\nposts:"));
        Post post = extractor(news)
                .extract(
                        TestSources.page(
                                URL,
                                "<h1>通报</h1><time datetime='2026-11-23T08:00:00Z'>昨天</time><article><p>一<p>二</article>"),
                        TestSources.NOW)
                .posts()
                .get(0);

        assertThat(post.text()).isEqualTo("一\n\n二");
        assertThat(post.id()).isEqualTo(PostIds.of("n", URL, ""));
        assertThat(post.publishedAt()).isEqualTo("2026-11-23T08:00:00Z");
    }
}
