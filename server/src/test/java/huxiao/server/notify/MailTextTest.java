package huxiao.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.register.DeliveryEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    void a_mail_says_when_it_is_said_to_happen_in_china_time() {
        MailText text = new MailText(URI.create("https://huxiao.example"), MailLanguage.ZH);
        assertThat(text.of(Deliveries.raised()).body())
                .contains("所说时间：2026-03-02 09:02 至 2026-03-02 09:32（北京时间，按原文推算）");
    }

    @Test
    void a_retraction_of_an_open_alert_says_that_posts_left_it() {
        MailText text = new MailText(URI.create("https://huxiao.example"), MailLanguage.EN);
        assertThat(text.of(Deliveries.takenBack()).body())
                .contains("alert sent earlier is retracted: posts were taken out of it into another alert");
        assertThat(text.of(Deliveries.of(DeliveryEvent.RETRACTED, "沧澜市第一中学", "", ""))
                        .body())
                .contains("found untrue");
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

    @Test
    void a_derived_school_is_marked_with_place_and_distance() {
        MailText.Mail mail = new MailText(URI.create("https://huxiao.example"), MailLanguage.ZH)
                .of(Deliveries.raised(
                        List.of(Map.of(
                                "code",
                                "CL018",
                                "name",
                                "河畔区柳堤小学",
                                "district",
                                "河畔区",
                                "near",
                                Map.of("place", "柳堤桥", "metres", 90))),
                        List.of()));
        assertThat(mail.subject()).contains("河畔区柳堤小学附近");
        assertThat(mail.body()).contains("学校：河畔区柳堤小学（河畔区）［推断，原文未点名：距“柳堤桥”约 90 米］");
    }

    @Test
    void while_the_school_is_unclear_the_candidates_are_named() {
        MailText.Mail mail = new MailText(URI.create("https://huxiao.example"), MailLanguage.EN)
                .of(Deliveries.raised(
                        List.of(),
                        List.of(
                                Map.of("code", "CL011", "name", "运东区实验小学", "district", "运东区"),
                                Map.of("code", "CL012", "name", "河畔区实验小学", "district", "河畔区"))));
        assertThat(mail.body()).contains("Schools: school unclear").contains("It may be: 运东区实验小学 (运东区), 河畔区实验小学 (河畔区)");
    }
}
