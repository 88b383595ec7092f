package huxiao.server.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.analysis.CueGroup;
import huxiao.index.CalendarUnit;
import huxiao.index.query.PostStatus;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.HazardSeverity;
import huxiao.model.HazardStatus;
import huxiao.model.Level;
import huxiao.model.Route;
import huxiao.model.Stage;
import huxiao.model.Stance;
import huxiao.model.ThreatFrame;
import huxiao.register.AlertEvent;
import huxiao.register.DeliveryEvent;
import huxiao.register.DeliveryState;
import huxiao.register.Role;
import huxiao.register.ShadowFilter;
import huxiao.server.web.access.PostFacet;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path RESOURCES =
            Path.of(System.getProperty("huxiao.home"), "server", "src", "main", "resources");
    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z.]+[a-zA-Z])(?:\\}|\\()");

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void both_languages_say_the_same_things_with_the_same_blanks() throws IOException {
        Properties chinese = bundle("messages.properties");
        Properties english = bundle("messages_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(blanks(english.getProperty(key))).as(key).isEqualTo(blanks(chinese.getProperty(key)));
        }
    }

    private static Set<Integer> blanks(String message) {
        Set<Integer> blanks = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{(\\d)}").matcher(message);
        while (matcher.find()) {
            blanks.add(Integer.parseInt(matcher.group(1)));
        }
        assertThat(new MessageFormat(message).getFormatsByArgumentIndex().length)
                .as(message)
                .isEqualTo(blanks.size());
        return blanks;
    }

    @Test
    void every_key_of_a_template_has_words() throws IOException {
        Set<String> known = bundle("messages.properties").stringPropertyNames();
        try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher matcher = USED.matcher(Files.readString(template));
                while (matcher.find()) {
                    assertThat(known).as(template.toString()).contains(matcher.group(1));
                }
            }
        }
    }

    @Test
    void every_value_that_can_be_shown_has_words() throws IOException {
        Set<String> known = bundle("messages.properties").stringPropertyNames();
        assertThat(known).containsAll(keys("level.", Level.values(), Level::name));
        assertThat(known).containsAll(keys("status.", AlertStatus.values(), AlertStatus::wireName));
        assertThat(known).containsAll(keys("status.", PostStatus.values(), PostStatus::wireName));
        assertThat(known).containsAll(keys("facet.", PostFacet.values(), PostFacet::wireName));
        assertThat(known).containsAll(keys("posts.per.", CalendarUnit.values(), CalendarUnit::name));
        assertThat(known).containsAll(keys("weekday.", DayOfWeek.values(), day -> String.valueOf(day.getValue())));
        assertThat(known).containsAll(keys("category.", Category.values(), Category::wireName));
        assertThat(known).containsAll(keys("stance.", Stance.values(), Stance::wireName));
        assertThat(known).containsAll(keys("route.", Route.values(), Route::wireName));
        assertThat(known).containsAll(keys("stage.", Stage.values(), Stage::wireName));
        assertThat(known).containsAll(keys("severity.", HazardSeverity.values(), HazardSeverity::wireName));
        assertThat(known).containsAll(keys("hazard.status.", HazardStatus.values(), HazardStatus::wireName));
        assertThat(known).containsAll(keys("role.", Role.values(), Role::wireName));
        assertThat(known).containsAll(keys("action.", AlertEvent.Action.values(), AlertEvent.Action::wireName));
        assertThat(known).containsAll(keys("delivery.", DeliveryState.values(), DeliveryState::wireName));
        assertThat(known).containsAll(keys("event.", DeliveryEvent.values(), DeliveryEvent::wireName));
        assertThat(known).containsAll(keys("frame.mode.", ThreatFrame.Mode.values(), ThreatFrame.Mode::name));
        assertThat(known).containsAll(keys("frame.person.", ThreatFrame.Person.values(), ThreatFrame.Person::name));
        assertThat(known).containsAll(keys("shadow.turn.", ShadowFilter.Turn.values(), ShadowFilter.Turn::wireName));
        assertThat(known).contains("frame.parser.words", "frame.parser.dependencies", "frame.parser.skipped");
        assertThat(known).containsAll(keys("reason.lexicon.", CueGroup.values(), CueGroup::wireName));
    }

    private static <E> List<String> keys(String prefix, E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(value -> prefix + name.apply(value)).toList();
    }
}
