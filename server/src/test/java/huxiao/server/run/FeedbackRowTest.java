package huxiao.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Stance;
import huxiao.register.DecidedAlert;
import huxiao.register.DecidedAlert.Text;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackRowTest {
    private static final String SECRET = "a key for tests, long enough";

    private static DecidedAlert alert(String id, boolean rejected, Text... texts) {
        return new DecidedAlert(
                id,
                rejected,
                Instant.EPOCH,
                Level.ORANGE,
                List.of(Category.VIOLENCE_THREAT, Category.BULLYING),
                Stance.INTENT,
                List.of(texts));
    }

    private static List<JsonNode> rows(DecidedAlert alert) {
        return FeedbackRow.of(alert, SECRET, 10).stream()
                .map(row -> Json.tree(row.json()))
                .toList();
    }

    @Test
    void what_was_verified_has_the_labels_of_the_alert_and_what_was_rejected_is_none() {
        Text post = new Text("放学别走", "明天带刀去学校");
        JsonNode verified = rows(alert("a", false, post)).get(0);
        assertThat(verified.fieldNames())
                .toIterable()
                .containsExactly("title", "text", "level", "categories", "stance", "topic");
        assertThat(verified.get("level").asText()).isEqualTo("ORANGE");
        assertThat(verified.get("categories")).hasSize(2);
        assertThat(verified.at("/categories/0").asText()).isEqualTo("violence_threat");
        assertThat(verified.get("stance").asText()).isEqualTo("intent");
        JsonNode rejected = rows(alert("a", true, new Text("", "食堂又涨价，谁管管"))).get(0);
        assertThat(rejected.fieldNames()).toIterable().containsExactly("text", "level", "categories", "topic");
        assertThat(rejected.get("level").asText()).isEqualTo("NONE");
        assertThat(rejected.get("categories")).isEmpty();
    }

    @Test
    void copies_are_written_once_and_what_differs_each() {
        List<JsonNode> rows = rows(alert(
                "a",
                false,
                new Text("", "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！"),
                new Text("", "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警"),
                new Text("", "！！"),
                new Text("", "！！"),
                new Text("", "？？"),
                new Text("", " "),
                new Text("", "刚听家长说校门口出事了，保安在追一个人，先别去接孩子")));
        assertThat(rows)
                .extracting(row -> row.get("text").asText())
                .containsExactly("东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！", "！！", "？？", "刚听家长说校门口出事了，保安在追一个人，先别去接孩子");
    }

    @Test
    void the_topic_holds_an_alert_together_and_leads_back_to_nothing_without_the_key() {
        Text post = new Text("", "明天带刀去学校");
        Text other = new Text("", "刚听家长说校门口出事了，保安在追一个人");
        List<JsonNode> rows = rows(alert("0123456789abcdef", false, post, other));
        String topic = rows.get(0).get("topic").asText();
        assertThat(rows.get(1).get("topic").asText()).isEqualTo(topic);
        assertThat(topic).matches("[0-9a-f]{32}").doesNotContain("0123456789abcdef");
        assertThat(rows(alert("another", false, post)).get(0).get("topic").asText())
                .isNotEqualTo(topic);
        assertThat(FeedbackRow.of(alert("0123456789abcdef", false, post), SECRET + "!", 10)
                        .get(0)
                        .topic())
                .isNotEqualTo(topic);
    }

    @Test
    void numbers_are_masked_in_title_and_text() {
        JsonNode row = rows(alert("a", false, new Text("加13812345678", "身份证130902201001011234，车牌冀J12345")))
                .get(0);
        assertThat(row.toString()).doesNotContain("13812345678", "130902201001011234", "冀J12345");
    }
}
