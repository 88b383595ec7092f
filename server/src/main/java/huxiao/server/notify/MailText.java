package huxiao.server.notify;

import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.register.Delivery;
import huxiao.register.DeliveryEvent;
import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Writes a delivery as a plain-text mail. The post's own words stand behind {@code >} on every line, so that they can't pass for
 * ours, and no control or bidirectional character gets through.
 *
 * @param base address of the console as receivers reach it
 * @param language of the words that are ours
 */
record MailText(URI base, MailLanguage language) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(SHANGHAI);
    private static final int MAX_SUBJECT = 120;
    private static final int MAX_LINE = 300;
    private static final int MAX_POST = 4000;

    /**
     * A mail.
     *
     * @param subject on one line
     * @param body plain text, lines parted by {@code \n}
     * @param urgent whether somebody is to be woken
     */
    record Mail(String subject, String body, boolean urgent) {}

    Mail of(Delivery delivery) {
        AlertNotice notice = AlertNotice.of(delivery.payload());
        Words words = new Words(ResourceBundle.getBundle(
                "huxiao.server.notify.mail", language.locale(), MailText.class.getClassLoader()));
        String event = delivery.event().wireName();
        String level = words.of("level." + notice.level().name());
        String schools = notice.schools().isEmpty()
                ? words.of("school.unclear")
                : notice.schools().stream()
                        .map(place -> place.isDerived() ? words.of("subject.near", place.name()) : place.name())
                        .collect(Collectors.joining(words.of("comma")));
        String subject = PlainText.line(
                words.of(
                        "subject." + event,
                        level,
                        PlainText.line(schools, MAX_SUBJECT / 2),
                        delivery.alertId()
                                .substring(0, Math.min(8, delivery.alertId().length()))),
                MAX_SUBJECT);
        return new Mail(subject, body(delivery, notice, words, event, level), isUrgent(delivery, notice));
    }

    /** An alert that is open and yet taken back has lost the posts that concerned the receiver. */
    private static String state(Delivery delivery, AlertNotice notice) {
        boolean open = notice.status() == AlertStatus.UNVERIFIED || notice.status() == AlertStatus.VERIFIED;
        return open && delivery.event() == DeliveryEvent.RETRACTED
                ? "parted"
                : notice.status().wireName();
    }

    private static boolean isUrgent(Delivery delivery, AlertNotice notice) {
        return notice.level().isPolice() && delivery.event() != DeliveryEvent.RETRACTED;
    }

    private String body(Delivery delivery, AlertNotice notice, Words words, String event, String level) {
        AlertLinks links = AlertLinks.of(base, delivery.alertId());
        StringBuilder body = new StringBuilder();
        line(body, words.of("head." + event, level, words.of("status." + state(delivery, notice))));
        if (!notice.mergedInto().isEmpty()) {
            line(
                    body,
                    words.of(
                            "mergedInto",
                            AlertLinks.of(base, notice.mergedInto()).console()));
        }
        body.append('\n');
        line(body, words.of("schools", places(notice.schools(), words)));
        if (notice.schools().isEmpty() && !notice.candidates().isEmpty()) {
            line(body, words.of("candidates", places(notice.candidates(), words)));
        }
        line(body, words.of("categories", categories(notice.categories(), words)));
        line(body, words.of("published", time(notice.publishedAt())));
        for (AlertNotice.Window window : notice.windows()) {
            line(body, words.of("window", time(window.from()), time(window.to())));
        }
        line(body, words.of("copies", Integer.toString(notice.copies())));
        line(body, words.of("source", PlainText.line(notice.url(), MAX_LINE)));
        if (!notice.text().isEmpty() || !notice.title().isEmpty()) {
            body.append('\n');
            line(body, words.of("post"));
            quote(body, PlainText.line(notice.title(), MAX_LINE));
            quote(body, PlainText.lines(notice.text(), MAX_POST));
        }
        body.append('\n');
        line(body, words.of("console", links.console()));
        line(body, words.of("acknowledge"));
        body.append('\n');
        line(body, words.of("ids", delivery.alertId(), Integer.toString(delivery.revision()), delivery.id()));
        return body.toString();
    }

    private static void line(StringBuilder body, String text) {
        body.append(text).append('\n');
    }

    private static void quote(StringBuilder body, String text) {
        text.lines().forEach(line -> body.append("> ").append(line).append('\n'));
    }

    private static String places(List<AlertNotice.Place> schools, Words words) {
        if (schools.isEmpty()) {
            return words.of("school.unclear");
        }
        return schools.stream().map(place -> place(place, words)).collect(Collectors.joining(words.of("comma")));
    }

    private static String place(AlertNotice.Place place, Words words) {
        String name = PlainText.line(place.name(), MAX_LINE);
        String said =
                place.district().isEmpty() ? name : words.of("place", name, PlainText.line(place.district(), MAX_LINE));
        if (!place.isDerived()) {
            return said;
        }
        String metres = Integer.toString(place.metres());
        return place.near().isEmpty()
                ? words.of("near", said, metres)
                : words.of("near.place", said, metres, PlainText.line(place.near(), MAX_LINE));
    }

    private static String categories(List<Category> categories, Words words) {
        return categories.stream()
                .map(category -> words.of("category." + category.wireName()))
                .collect(Collectors.joining(words.of("comma")));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The bundle, with values filled in; a value is never read as a pattern. */
    private record Words(ResourceBundle bundle) {
        String of(String key, String... values) {
            return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
        }
    }
}
