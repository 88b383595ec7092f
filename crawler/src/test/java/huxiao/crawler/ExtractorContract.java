package huxiao.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.crawler.fetch.FetchResult.Page;
import huxiao.model.Json;
import huxiao.model.Post;
import huxiao.model.PostIds;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every extractor of posts promises. */
abstract class ExtractorContract {
    static final String HANDLE = "愤怒的家长2008";

    abstract Extractor extractor();

    /** A page with one post: title, text, handle {@link #HANDLE} and a time as given. */
    abstract Page page(String title, String text, String time);

    private List<Post> posts(Page page) {
        return extractor().extract(page, TestSources.NOW).posts();
    }

    private Post post(String title, String text, String time) {
        List<Post> posts = posts(page(title, text, time));
        assertThat(posts).hasSize(1);
        return posts.get(0);
    }

    @Test
    void a_post_is_what_the_page_says() {
        Post post = post("实验小学门口", "有人持刀", "2026-11-23T08:30:00+08:00");

        assertThat(post.title()).isEqualTo("实验小学门口");
        assertThat(post.text()).isEqualTo("有人持刀");
        assertThat(post.publishedAt()).isEqualTo("2026-11-23T00:30:00Z");
        assertThat(post.collectedAt()).isEqualTo(TestSources.NOW);
        assertThat(post.version()).isEqualTo(PostIds.version(post.title(), post.text()));
    }

    @Test
    void the_handle_goes_no_further_than_its_key() {
        Post post = post("题", "文", "");

        assertThat(post.author()).matches("[0-9a-f]{32}");
        assertThat(Json.write(post)).doesNotContain(HANDLE);
    }

    @Test
    void the_same_page_gives_the_same_posts() {
        assertThat(post("题", "文", "")).isEqualTo(post("题", "文", ""));
    }

    @Test
    void an_edited_post_keeps_its_id_and_gets_a_new_version() {
        Post before = post("题", "明天见", "");
        Post after = post("题", "明天再说", "");

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.version()).isNotEqualTo(before.version());
    }

    @Test
    void without_a_readable_time_a_post_is_as_old_as_its_reading() {
        assertThat(post("题", "文", "").publishedAt()).isEqualTo(TestSources.NOW);
        assertThat(post("题", "文", "某年某月某日").publishedAt()).isEqualTo(TestSources.NOW);
    }

    @Test
    void a_text_is_bounded() {
        assertThat(post("题".repeat(3_000), "好".repeat(50_000), "")).satisfies(post -> {
            assertThat(post.text()).hasSize(20_000);
            assertThat(post.title()).hasSize(500);
        });
    }

    static Stream<String> soups() {
        return Stream.of(
                "",
                "\u0000",
                "just words",
                "<",
                "<!--",
                "<![CDATA[",
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&x;</title></item></channel></rss>",
                "<rss><channel><item><title>open",
                "<html><body><div class=post id=><p class=message></div></html></body><table><div class=post>",
                "<div class=post>".repeat(3_000),
                "<a href='//[::1'>x</a><a href='http://%'>y</a><a href=' '>z</a><base href='::'>",
                "&#xD800;&#x110000;&#0;&unknown;",
                "<p " + "a=1 ".repeat(20_000) + ">");
    }

    @ParameterizedTest
    @MethodSource("soups")
    void soup_is_read_as_far_as_it_goes_and_in_time(String soup) {
        Page page = TestSources.page(page("题", "文", "").url(), soup);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(posts(page))
                    .allSatisfy(post -> assertThat(Json.write(post)).doesNotContain("root:"));
        });
    }
}
