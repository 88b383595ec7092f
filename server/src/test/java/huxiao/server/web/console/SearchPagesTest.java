package huxiao.server.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Level;
import huxiao.register.SavedSearch;
import huxiao.register.SearchHit;
import huxiao.server.web.TestCity;
import huxiao.server.web.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchPagesTest {
    private static TestCity city;

    @BeforeAll
    static void start(@TempDir Path folder) {
        city = new TestCity(folder);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @AfterEach
    void endAll() {
        city.register().searches().list("analyst").forEach(search -> city.register()
                .searches()
                .end(search.id(), search.revision(), "analyst"));
    }

    private static Document page(Visitor visitor, String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static SavedSearch only() {
        List<SavedSearch> all = city.register().searches().list("analyst");
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static void find(SavedSearch search, String post) {
        find(search, post, 1000);
    }

    private static void find(SavedSearch search, String post, int most) {
        city.clock().pass(Duration.ofSeconds(1));
        city.register()
                .searches()
                .put(
                        List.of(new SearchHit(
                                search.id(),
                                post,
                                Level.RED,
                                List.of("A1"),
                                city.clock().instant())),
                        most);
    }

    private static String unseen(Visitor visitor) {
        return page(visitor, "/alerts").select("nav .unseen").text();
    }

    @Test
    void a_search_is_saved_where_it_was_made_and_announces_what_it_finds_until_it_is_seen() {
        Visitor analyst = city.as("analyst");
        assertThat(page(analyst, "/posts").select("form[action=/searches]")).isEmpty();
        Document found = page(analyst, "/posts?q=%E5%B8%A6%E5%88%80");
        assertThat(found.select("form[action=/searches] input[name=query]").val())
                .isEqualTo("带刀");
        assertThat(analyst.submit(
                                "/posts?q=%E5%B8%A6%E5%88%80",
                                "/searches", Map.of("query", "带刀", "name", "校门口的刀", "announced", "true"))
                        .statusCode())
                .isEqualTo(302);
        SavedSearch search = only();
        assertThat(page(analyst, "/searches").select("td.words a").text()).isEqualTo("校门口的刀");
        assertThat(unseen(analyst)).isEmpty();

        find(search, "red");
        assertThat(unseen(analyst)).isEqualTo("1");
        assertThat(unseen(city.as("admin"))).as("another's").isEmpty();
        String path = "/searches/" + search.id();
        Document hits = page(analyst, path);
        assertThat(unseen(analyst)).as("opened, not yet marked").isEqualTo("1");
        assertThat(hits.select(".copies li")).hasSize(1);
        assertThat(hits.select(".copies li").text()).contains("有人带刀在校门口");
        String until =
                hits.select("form[action=" + path + "/seen] input[name=until]").val();
        assertThat(analyst.submit(path, path + "/seen", Map.of("until", until)).statusCode())
                .isEqualTo(302);
        assertThat(unseen(analyst)).isEmpty();
        assertThat(page(analyst, path).select("form[action=" + path + "/seen] button"))
                .isEmpty();

        find(search, "staff");
        assertThat(unseen(analyst)).isEqualTo("1");
        assertThat(analyst.submit(path, path, Map.of("name", "刀", "query", "带刀", "announced", "false", "revision", "1"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(unseen(analyst)).as("no longer announced").isEmpty();
        assertThat(page(analyst, "/searches").select("td strong").text())
                .as("but counted")
                .isEqualTo("1");
        assertThat(analyst.submit("/searches", path + "/end", Map.of("revision", "2"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(analyst.get(path).statusCode()).isEqualTo(404);
        assertThat(page(analyst, "/posts?q=%E5%B8%A6%E5%88%80").text()).contains("有人带刀在校门口");
    }

    @Test
    void a_search_that_finds_too_much_says_that_older_finds_were_let_go() {
        Visitor analyst = city.as("analyst");
        analyst.submit("/searches", "/searches", Map.of("name", "全部", "query", "校"));
        SavedSearch search = only();
        String path = "/searches/" + search.id();
        find(search, "red");
        assertThat(page(analyst, path).select(".notice.care")).isEmpty();
        assertThat(page(analyst, "/searches").select("[data-let-go]")).isEmpty();
        find(search, "staff", 1);
        Document hits = page(analyst, path);
        assertThat(hits.select(".copies li")).hasSize(1);
        assertThat(hits.select(".notice.care").text()).contains("只保留最新的");
        assertThat(page(analyst, "/searches").select("[data-let-go]").text()).contains("只保留最新的");
    }

    @Test
    void a_faulty_form_is_shown_again_with_its_faults() {
        Visitor analyst = city.as("analyst");
        HttpResponse<String> answer = analyst.submit("/searches", "/searches", Map.of("name", "坏的", "query", "作者:某人"));
        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#s-query[aria-invalid] ~ .fault")).hasSize(1);
        assertThat(page.select("#s-name").val()).isEqualTo("坏的");
        assertThat(city.register().searches().list("analyst")).isEmpty();
        assertThat(analyst.submit("/searches", "/searches", Map.of("name", "", "query", "刀"))
                        .body())
                .contains("aria-invalid");
    }

    @Test
    void a_change_that_came_too_late_is_told() {
        Visitor analyst = city.as("analyst");
        analyst.submit("/searches", "/searches", Map.of("name", "刀", "query", "刀"));
        String path = "/searches/" + only().id();
        Map<String, String> fields = Map.of("name", "枪", "query", "枪", "announced", "true", "revision", "1");
        analyst.submit(path, path, fields);
        analyst.submit(path, path, fields);
        assertThat(page(analyst, path).select(".notice.bad")).hasSize(1);
        assertThat(only().revision()).isEqualTo(2);
    }

    @Test
    void schools_and_others_find_no_search_of_an_analyst() {
        city.as("analyst").submit("/searches", "/searches", Map.of("name", "刀", "query", "刀"));
        String path = "/searches/" + only().id();
        assertThat(city.as("admin").get(path).statusCode()).isEqualTo(404);
        Visitor school = city.as("school-a1");
        assertThat(school.get("/searches").statusCode()).isEqualTo(403);
        assertThat(school.get("/backtest").statusCode()).isEqualTo(403);
        assertThat(page(school, "/alerts").select("nav a[href=/searches]")).isEmpty();
    }

    @Test
    void a_back_test_shows_what_would_be_found_and_missed() {
        city.register().alerts().decide(city.alert("care").id(), 1, huxiao.model.AlertStatus.VERIFIED, "analyst", "");
        Visitor analyst = city.as("analyst");
        assertThat(page(analyst, "/backtest?q=%E5%B8%A6%E5%88%80")
                        .select("#b-query")
                        .val())
                .isEqualTo("带刀");
        HttpResponse<String> search = analyst.submit("/backtest", "/backtest", Map.of("query", "带刀", "days", "30"));
        assertThat(search.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(search.body()).select("tr[data-row] a").eachAttr("href"))
                .containsExactly("/alerts/" + city.alert("care").id());
        HttpResponse<String> threshold = analyst.submit("/backtest", "/backtest", Map.of("alertThreshold", "0.98"));
        assertThat(Jsoup.parse(threshold.body()).select("dl.facts dd").eachText())
                .contains("6", "1（共 1）");
        HttpResponse<String> faulty = analyst.submit("/backtest", "/backtest", Map.of("query", "(", "days", "30"));
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(faulty.body()).select("#b-query[aria-invalid]")).hasSize(1);
        assertThat(Jsoup.parse(analyst.submit("/backtest", "/backtest", Map.of("alertThreshold", "viel"))
                                .body())
                        .select("#b-threshold[aria-invalid]"))
                .hasSize(1);
        assertThat(page(city.as("police"), "/backtest").select("#b-threshold")).isEmpty();
    }
}
