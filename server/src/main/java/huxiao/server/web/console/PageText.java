package huxiao.server.web.console;

import huxiao.index.Hit;
import huxiao.model.Field;
import huxiao.model.Post;
import huxiao.model.Reason;
import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.server.web.access.Person;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** How values are written on a page in the reader's language: times as they are in China, names for codes, short words. */
public final class PageText {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LINE = 90;

    private final MessageSource messages;
    private final Locale locale;
    private final Schools schools;
    private final Clock clock;

    PageText(MessageSource messages, Locale locale, Schools schools, Clock clock) {
        this.messages = messages;
        this.locale =
                locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        this.schools = schools;
        this.clock = clock;
    }

    /** Language of the page, as in {@code lang}. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** The language that the header offers instead. */
    public String otherLanguage() {
        return (locale.equals(Locale.ENGLISH) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH).toLanguageTag();
    }

    /** A message of the bundles. */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A moment to the minute, without the year when it is this one. */
    public String time(Instant instant) {
        ZonedDateTime there = instant.atZone(ZONE);
        boolean thisYear = there.getYear() == clock.instant().atZone(ZONE).getYear();
        return (thisYear ? SHORT : LONG).format(there);
    }

    /** A moment to the second. */
    public String fullTime(Instant instant) {
        return FULL.format(instant.atZone(ZONE));
    }

    /** A day; a dash for none. */
    public String day(LocalDate day) {
        return day.equals(LocalDate.MIN) ? "—" : day.toString();
    }

    /** Whether a day is over. */
    public boolean isPast(LocalDate day) {
        return day.isBefore(today());
    }

    /** Today in China. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** A school's name; its code when the directory has none. */
    public String school(String code) {
        return schools.byCode(code).map(School::name).orElse(code);
    }

    /** A school's district; empty when unknown. */
    public String district(String code) {
        return schools.byCode(code).map(School::district).orElse("");
    }

    /** Whether the reader may open a school's page. */
    public boolean isOpen(Person person, String code) {
        return schools.byCode(code).filter(person::sees).isPresent();
    }

    /** What a reason is called; the key itself when the bundles do not know it. */
    public String reason(String key) {
        return messages.getMessage("reason." + key.replace(':', '.'), null, key, locale);
    }

    /** What kind of contribution to a school's risk; the kind itself when the bundles do not know it. */
    public String kind(String kind) {
        return messages.getMessage("contribution." + kind, null, kind, locale);
    }

    /** Title and text of a post on one line. */
    public String words(Post post) {
        return line(post.title().isBlank() ? post.text() : post.title());
    }

    /** Any text on one line of at most ninety characters. */
    public String line(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= LINE) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LINE - 1)) ? LINE - 1 : LINE;
        return line.substring(0, end) + "…";
    }

    /** A number with one digit behind the point. */
    public String points(double points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }

    /** A weight with its sign. */
    public String weight(double weight) {
        return String.format(Locale.ROOT, "%+.2f", weight);
    }

    /** A post's address where it may be a link: only HTTP and HTTPS, with a host, without credentials. */
    public Optional<String> link(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null
                    ? Optional.of(uri.toASCIIString())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Title or text of a post that was found, cut where the words of the query stand. */
    public List<Marks.Piece> highlighted(Hit hit, boolean title) {
        Field field = title ? Field.TITLE : Field.TEXT;
        List<Reason> words =
                hit.highlights().stream().map(span -> new Reason(span, "", 1)).toList();
        return Marks.of(hit.indexed().post().field(field), field, words);
    }
}
