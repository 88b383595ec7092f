package huxiao.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.register.DeliveryEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextTest {
    @ParameterizedTest
    @EnumSource(MailLanguage.class)
    void whatever_an_alert_may_hold_has_a_word_in_every_language(MailLanguage language) {
        List<String> needed = new ArrayList<>();
        for (Category category : Category.values()) {
            needed.add("category." + category.wireName());
        }
        for (AlertStatus status : AlertStatus.values()) {
            needed.add("status." + status.wireName());
        }
        for (DeliveryEvent event : DeliveryEvent.values()) {
            needed.add("subject." + event.wireName());
            needed.add("head." + event.wireName());
        }
        for (Level level : Level.values()) {
            if (level != Level.NONE) {
                needed.add("level." + level);
            }
        }
        ResourceBundle words = ResourceBundle.getBundle("huxiao.server.notify.mail", language.locale());
        assertThat(words.keySet()).containsAll(needed);
    }

    @Test
    void a_school_with_an_endless_name_leaves_room_for_the_id() {
        MailText text = new MailText(URI.create("https://huxiao.example"), MailLanguage.ZH);
        String subject = text.of(Deliveries.of(DeliveryEvent.UPDATED, "长".repeat(500), "", "x"))
                .subject();
        assertThat(subject)
                .startsWith("【护校·红色·更新】长长")
                .endsWith("…（警情 fedcba98）")
                .hasSizeLessThan(121);
    }
}
