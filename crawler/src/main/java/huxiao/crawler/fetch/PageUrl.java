package huxiao.crawler.fetch;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;

/**
 * The one form of a URL under which a page is remembered and its posts get their ids: http or https, host in small letters and
 * Punycode, no default port, no fragment, no dot segments, no session or campaign parameters.
 */
public final class PageUrl {
    /** Longer URLs are not followed: they are traps more often than pages. */
    private static final int LONGEST = 2_048;

    private static final Pattern ORIGIN = Pattern.compile("^https?://([^/?#\\\\]*)", Pattern.CASE_INSENSITIVE);

    private static final List<String> NOISE = List.of(
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "spm",
            "PHPSESSID",
            "phpsessid",
            "jsessionid",
            "JSESSIONID",
            "fbclid",
            "gclid");

    private PageUrl() {}

    /** The normal form of an absolute URL; empty when it is none that may be read. */
    public static Optional<String> normalise(String url) {
        String stripped = url.strip();
        if (stripped.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher origin = ORIGIN.matcher(stripped);
        if (!origin.find() || origin.group(1).indexOf('@') >= 0) {
            return Optional.empty();
        }
        String normal = normalizer().filter(stripped);
        if (normal == null || normal.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(normal);
            boolean readable = uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= 65_535;
            return readable ? Optional.of(uri.toString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A link found on a page, in normal form. */
    public static Optional<String> resolve(String base, String href) {
        String absolute = StringUtil.resolve(base, href.strip());
        return absolute.isEmpty() ? Optional.empty() : normalise(absolute);
    }

    /** Host and port, the port written out. */
    public static String authority(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return uri.getHost() + ":" + port;
    }

    /** Whether two URLs are of one host and port, plain and TLS counting as the same where both ports are the usual ones. */
    public static boolean sameHost(URI one, URI other) {
        boolean bothUsual = one.getPort() < 0 && other.getPort() < 0;
        return one.getHost().equals(other.getHost())
                && (bothUsual || authority(one).equals(authority(other)));
    }

    private static BasicURLNormalizer normalizer() {
        return BasicURLNormalizer.newBuilder()
                .queryParamsToRemove(NOISE)
                .idnNormalization(BasicURLNormalizer.IdnNormalization.PUNYCODE)
                .build();
    }
}
