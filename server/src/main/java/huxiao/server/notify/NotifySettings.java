package huxiao.server.notify;

import huxiao.model.config.ConfigNode;
import huxiao.register.Receiver;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code notify.yaml} says: who is told, how, and how patiently.
 *
 * @param consoleUrl address of the console as receivers reach it, for the links in a notification
 * @param maxAge a post older than this when first seen raises an alert that is shown but never sent
 * @param receivers who is told
 * @param retries waits between attempts
 * @param timeouts time limits of one attempt
 * @param inFlight how many deliveries to one receiver may be under way at once
 * @param smtp the mail server; absent where nobody is told by mail
 */
public record NotifySettings(
        URI consoleUrl,
        Duration maxAge,
        List<ReceiverSettings> receivers,
        RetrySchedule retries,
        Timeouts timeouts,
        int inFlight,
        Optional<SmtpSettings> smtp) {
    private static final URI LOCAL_CONSOLE = URI.create("http://127.0.0.1:8080");
    private static final Duration MAX_AGE = Duration.ofDays(2);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ATTEMPT = Duration.ofSeconds(15);
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(2);
    private static final Duration LONGEST_DELAY = Duration.ofDays(7);
    private static final int IN_FLIGHT = 4;
    private static final int MAX_IN_FLIGHT = 64;
    private static final int MAX_RETRIES = 30;
    private static final Pattern DELAY = Pattern.compile("(\\d{1,6})\\s*([smhd])");

    public NotifySettings {
        Objects.requireNonNull(consoleUrl, "consoleUrl");
        Objects.requireNonNull(maxAge, "maxAge");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(timeouts, "timeouts");
        Objects.requireNonNull(smtp, "smtp");
        receivers = List.copyOf(receivers);
    }

    /**
     * Reads {@code notify.yaml}. Secrets are looked up later, when the dispatcher starts.
     *
     * @throws huxiao.model.config.ConfigException naming file, line and key of the first fault
     */
    public static NotifySettings from(ConfigNode node) {
        URI consoleUrl = consoleUrl(node);
        Duration maxAge = node.duration("maxAge", MAX_AGE);
        RetrySchedule retries = retries(node);
        Timeouts timeouts = timeouts(node);
        int inFlight = node.integer("inFlight", IN_FLIGHT, 1, MAX_IN_FLIGHT);
        Optional<SmtpSettings> smtp =
                node.has("smtp") ? Optional.of(SmtpSettings.from(node.section("smtp"))) : Optional.empty();
        List<ReceiverSettings> receivers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ConfigNode each : node.sections("receivers")) {
            ReceiverSettings receiver = ReceiverSettings.from(each);
            if (!ids.add(receiver.receiver().id())) {
                throw each.fault("id", receiver.receiver().id(), "an id that no other receiver has");
            }
            if (receiver.receiver().kind().equals("mail") && smtp.isEmpty()) {
                throw each.fault("type", "mail", "mail only where the section smtp names a mail server");
            }
            receivers.add(receiver);
        }
        node.rejectUnknownKeys();
        return new NotifySettings(consoleUrl, maxAge, receivers, retries, timeouts, inFlight, smtp);
    }

    /** The receivers as the register asks for them. */
    public List<Receiver> forRegister() {
        return receivers.stream().map(ReceiverSettings::receiver).toList();
    }

    /** The same with another console address, for a server that was told its port on the command line. */
    public NotifySettings withConsoleUrl(URI url) {
        return new NotifySettings(url, maxAge, receivers, retries, timeouts, inFlight, smtp);
    }

    private static URI consoleUrl(ConfigNode node) {
        String text = node.string("consoleUrl", LOCAL_CONSOLE.toString());
        String allowed = "an http or https address with a host, without query and '#'";
        try {
            URI url = new URI(text);
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw node.fault("consoleUrl", text, allowed + " (" + e.getReason() + ")");
        }
        throw node.fault("consoleUrl", text, allowed);
    }

    private static Timeouts timeouts(ConfigNode node) {
        Duration connect = node.duration("connectTimeout", CONNECT);
        Duration attempt = node.duration("timeout", ATTEMPT);
        if (connect.isZero()) {
            throw node.fault("connectTimeout", connect.toString(), "more than zero");
        }
        if (attempt.compareTo(connect) < 0 || attempt.compareTo(LONGEST_ATTEMPT) > 0) {
            throw node.fault("timeout", attempt.toString(), "from connectTimeout (" + connect.toMillis() + "ms) to 2m");
        }
        return new Timeouts(connect, attempt);
    }

    private static RetrySchedule retries(ConfigNode node) {
        if (!node.has("retries")) {
            return RetrySchedule.STANDARD;
        }
        List<Duration> delays = new ArrayList<>();
        for (String text : node.strings("retries")) {
            Matcher matcher = DELAY.matcher(text.strip());
            Duration delay = matcher.matches() ? delay(matcher) : Duration.ZERO;
            if (delay.isZero() || delay.compareTo(LONGEST_DELAY) > 0) {
                throw node.fault("retries", text, "waits such as 5s, 10m or 24h, each from 1s to 7d");
            }
            delays.add(delay);
        }
        if (delays.isEmpty() || delays.size() > MAX_RETRIES) {
            throw node.fault(
                    "retries", delays.size() + " waits", "1 to " + MAX_RETRIES + " waits such as 5s, 10m or 24h");
        }
        return new RetrySchedule(delays);
    }

    private static Duration delay(Matcher matcher) {
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
