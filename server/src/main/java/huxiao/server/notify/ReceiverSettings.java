package huxiao.server.notify;

import huxiao.model.Level;
import huxiao.model.Route;
import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import huxiao.register.Receiver;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One receiver in {@code notify.yaml}: what it wants to be told, which the register asks, and how it is reached.
 *
 * @param receiver what the register knows of it
 * @param secretEnv name of the environment variable that holds a webhook's secret; empty for mail
 * @param language of a mail
 * @param location where it stands, as {@code file:line}
 */
public record ReceiverSettings(Receiver receiver, String secretEnv, MailLanguage language, String location) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,127}");

    static ReceiverSettings from(ConfigNode node) {
        String id = node.string("id");
        if (!ID.matcher(id).matches()) {
            throw node.fault("id", id, "lower-case letters, digits, '.', '_' and '-', at most 64");
        }
        String kind = node.string("type");
        if (!kind.equals("webhook") && !kind.equals("mail")) {
            throw node.fault("type", kind, "one of webhook, mail");
        }
        boolean webhook = kind.equals("webhook");
        String target = webhook ? url(node) : MailAddresses.one(node, "to");
        String secretEnv = webhook ? variable(node, "secretEnv") : "";
        MailLanguage language =
                webhook ? MailLanguage.ZH : node.choice("language", MailLanguage.class, MailLanguage.ZH);
        Level minLevel = node.choice("minLevel", Level.class, Level.BLUE);
        if (minLevel == Level.NONE) {
            throw node.fault("minLevel", "none", "one of blue, yellow, orange, red");
        }
        Receiver receiver = new Receiver(
                id,
                kind,
                target,
                minLevel,
                routes(node),
                node.strings("districts"),
                node.strings("policeUnits"),
                node.strings("schools"));
        node.rejectUnknownKeys();
        return new ReceiverSettings(receiver, secretEnv, language, node.location());
    }

    /** The name of an environment variable; a secret written there by mistake is refused without being repeated. */
    static String variable(ConfigNode node, String key) {
        String name = node.string(key);
        if (!VARIABLE.matcher(name).matches()) {
            throw node.fault(
                    key,
                    "(not shown)",
                    "the name of an environment variable (A-Z, 0-9, _) that holds the secret, never the secret itself");
        }
        return name;
    }

    private static String url(ConfigNode node) {
        String text = node.string("url");
        String allowed = "an http or https address with a host, without user name, password and '#'";
        try {
            URI url = new URI(text);
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http"))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null) {
                return text;
            }
        } catch (URISyntaxException e) {
            throw node.fault("url", text, allowed + " (" + e.getReason() + ")");
        }
        throw node.fault("url", text, allowed);
    }

    private static Set<Route> routes(ConfigNode node) {
        if (!node.has("routes")) {
            return EnumSet.allOf(Route.class);
        }
        Set<Route> routes = EnumSet.noneOf(Route.class);
        for (String name : node.strings("routes")) {
            try {
                routes.add(Route.of(name));
            } catch (IllegalArgumentException e) {
                String allowed =
                        Arrays.stream(Route.values()).map(Route::wireName).collect(Collectors.joining(", "));
                throw node.fault("routes", name, "any of " + allowed);
            }
        }
        if (routes.isEmpty()) {
            throw node.fault("routes", "none", "one or more, or no key at all for every route");
        }
        return routes;
    }

    /**
     * Refuses a district, police unit or school that nobody has: its alarms would go nowhere, silently.
     *
     * @throws ConfigException naming the first such value
     */
    void requireKnown(Schools schools) {
        requireKnown("districts", receiver.districts(), schools, School::district);
        requireKnown("policeUnits", receiver.policeUnits(), schools, School::policeUnit);
        requireKnown("schools", receiver.schools(), schools, School::code);
    }

    private void requireKnown(String key, List<String> wanted, Schools schools, Function<School, String> property) {
        Set<String> known = schools.all().stream().map(property).collect(Collectors.toSet());
        for (String value : wanted) {
            if (!known.contains(value)) {
                throw new ConfigException(location + ": receiver " + receiver.id() + ": " + key + ": found '" + value
                        + "', which no school in schools.csv has");
            }
        }
    }
}
