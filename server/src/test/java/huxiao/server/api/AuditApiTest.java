package huxiao.server.api;

import static huxiao.server.web.TestCity.KEY_A1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.server.web.TestCity;
import huxiao.server.web.Visitor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditApiTest {
    private static final String AUDIT = "/api/v1/audit";

    private static TestCity city;

    @BeforeAll
    static void start(@TempDir Path folder) {
        city = new TestCity(folder);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @ParameterizedTest
    @CsvSource({
        "analyst, 403",
        "analyst-xinhua, 403",
        "police, 403",
        "school-a1, 403",
        KEY_A1 + ", 403",
        "nobody, 401",
        "admin, 200"
    })
    void the_audit_trail_is_for_administrators(String who, int status) {
        Visitor visitor =
                switch (who) {
                    case KEY_A1 -> city.withKey(KEY_A1);
                    case "nobody" -> city.visitor();
                    default -> city.as(who);
                };
        assertThat(visitor.get(AUDIT).statusCode()).isEqualTo(status);
    }

    @Test
    void entries_come_newest_first_page_by_page() {
        city.register().audit().write("system", "test.paged", "", "first");
        city.register().audit().write("li", "test.paged", "a-1", "second");
        city.register().audit().write("li", "test.paged", "", "third");
        Visitor admin = city.as("admin");
        JsonNode page = admin.read(AUDIT + "?action=test.paged&limit=2");
        assertThat(page.findValuesAsText("detail")).containsExactly("third", "second");
        JsonNode rest = admin.read(
                AUDIT + "?action=test.paged&limit=2&after=" + page.path("next").asText());
        assertThat(rest.findValuesAsText("detail")).containsExactly("first");
        assertThat(rest.path("next").asText()).isEmpty();
        assertThat(admin.read(AUDIT + "?action=test.paged&by=li&subject=a-1").findValuesAsText("detail"))
                .containsExactly("second");
        JsonNode entry = page.path("items").get(1);
        assertThat(entry.path("by").asText()).isEqualTo("li");
        assertThat(entry.path("subject").asText()).isEqualTo("a-1");
        assertThat(entry.path("at").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "after=x", "who=li"})
    void faulty_parameters_are_refused(String query) {
        assertThat(city.as("admin").get(AUDIT + "?" + query).statusCode()).isEqualTo(400);
    }
}
