package huxiao.crawler.fetch;

import crawlercommons.domains.EffectiveTldFinder;
import huxiao.crawler.fetch.FetchResult.Failed;
import huxiao.crawler.fetch.FetchResult.NotModified;
import huxiao.crawler.fetch.FetchResult.Page;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one public page as a polite guest: asks robots.txt, waits its turn at the host, follows redirects by hand with every
 * check made anew, keeps no cookie, fills in no form, and ends at bounds of size and time. Thread safe.
 */
public final class Fetcher {
    /** Redirects followed, for pages and for robots.txt (RFC 9309 §2.3.1.2). */
    static final int MOST_REDIRECTS = 5;

    private static final Pattern LOGIN = Pattern.compile(
            "/(?:login|logon|signin|sign-in|passport|sso|logging)\\b|[?&]mod=logging", Pattern.CASE_INSENSITIVE);

    private final String userAgent;
    private final AddressGuard guard;
    private final HostGate gate;
    private final Clock clock;
    private final RobotsCache robots;
    private final HttpTransport transport = new HttpTransport();

    Fetcher(String userAgent, AddressGuard guard, HostGate gate, Clock clock) {
        this.userAgent = userAgent;
        this.guard = guard;
        this.gate = gate;
        this.clock = clock;
        this.robots = new RobotsCache(clock);
    }

    /** A fetcher with rules of its own, behind the gate that all share. */
    public static Fetcher create(String userAgent, HostGate gate, Clock clock) {
        return new Fetcher(userAgent, AddressGuard.system(), gate, clock);
    }

    /**
     * Reads a page; blocks for at most {@link HostGate#LONGEST_PAUSE} and the timeout, for each of robots.txt, page and redirect.
     *
     * @param url in normal form ({@link PageUrl#normalise})
     * @throws InterruptedException when the thread is told to end; nothing else is thrown for a bad page
     */
    public FetchResult fetch(String url, Validators validators, FetchLimits limits) throws InterruptedException {
        URI first = URI.create(url);
        URI uri = first;
        Set<URI> seen = new HashSet<>();
        while (seen.add(uri) && seen.size() <= MOST_REDIRECTS + 1) {
            Step step = step(uri, validators, limits);
            if (step instanceof Done done) {
                return done.result();
            }
            URI target = ((Redirect) step).target();
            if (LOGIN.matcher(target.toString()).find()) {
                return failed(FetchOutcome.LOGIN_REQUIRED, "redirected to " + target);
            }
            Optional<Failed> refused = refusal(target, limits);
            if (refused.isPresent()) {
                return refused.get();
            }
            if (!isSameSite(first, target)) {
                return failed(
                        FetchOutcome.REDIRECT_OUTSIDE,
                        "redirected to " + target + ", which is not this source; configure it if meant");
            }
            uri = target;
        }
        return failed(
                FetchOutcome.REDIRECT_LOOP,
                "redirected back or more than " + MOST_REDIRECTS + " times, last to " + uri);
    }

    private sealed interface Step {}

    private record Done(FetchResult result) implements Step {}

    private record Redirect(URI target) implements Step {}

    private Step step(URI uri, Validators validators, FetchLimits limits) throws InterruptedException {
        Optional<Failed> refused = refusal(uri, limits);
        if (refused.isPresent()) {
            return new Done(refused.get());
        }
        RobotsCache.Known known = robots.rules(uri, target -> loadRobots(target, limits));
        if (!known.rules().isKnown()) {
            return new Done(new Failed(
                    FetchOutcome.ROBOTS_UNKNOWN,
                    "robots.txt of " + uri.getHost() + " cannot be read now: "
                            + known.rules().reason(),
                    Optional.of(known.until())));
        }
        if (!known.rules().allows(uri.toString())) {
            return new Done(failed(FetchOutcome.ROBOTS_FORBID, "forbidden by robots.txt of " + uri.getHost()));
        }
        Duration crawlDelay = known.rules().crawlDelay();
        Duration delay = crawlDelay.compareTo(limits.delay()) > 0 ? crawlDelay : limits.delay();
        Optional<Instant> notBefore = gate.enter(uri.getHost(), delay);
        if (notBefore.isPresent()) {
            return new Done(new Failed(FetchOutcome.BACK_OFF, uri.getHost() + " is to be left in peace", notBefore));
        }
        try {
            HttpTransport.Response response = transport.get(
                    uri, headers(validators), limits.timeout(), info -> bytesWanted(info, limits.maxBytes()));
            // Asked again after the answer: a name that now points inside may have done so when the connection was
            // made.
            guard.check(uri, limits.privateAuthority());
            return judge(uri, response, limits);
        } catch (IOException | IllegalArgumentException e) {
            return new Done(failure(e));
        } finally {
            gate.leave(uri.getHost());
        }
    }

    private Step judge(URI uri, HttpTransport.Response response, FetchLimits limits) {
        int status = response.status();
        if (status == 429 || status == 503) {
            Optional<Duration> retryAfter = RetryAfter.parse(response.header("Retry-After"), clock.instant());
            return new Done(new Failed(
                    FetchOutcome.BACK_OFF, "status " + status, Optional.of(gate.quiet(uri.getHost(), retryAfter))));
        }
        gate.answered(uri.getHost());
        return switch (status) {
            case 200, 203 -> new Done(page(uri, response, limits));
            case 304 -> new Done(new NotModified());
            case 301, 302, 303, 307, 308 -> redirect(uri, response);
            case 401, 403 -> new Done(failed(FetchOutcome.FORBIDDEN, "status " + status));
            case 404, 410 -> new Done(failed(FetchOutcome.GONE, "status " + status));
            default -> new Done(failed(FetchOutcome.HTTP_ERROR, "status " + status));
        };
    }

    private static Step redirect(URI uri, HttpTransport.Response response) {
        String location = response.header("Location");
        return PageUrl.resolve(uri.toString(), location)
                .<Step>map(target -> new Redirect(URI.create(target)))
                .orElseGet(() -> new Done(failed(
                        FetchOutcome.HTTP_ERROR, "status " + response.status() + " with Location '" + location + "'")));
    }

    private static FetchResult page(URI uri, HttpTransport.Response response, FetchLimits limits) {
        String contentType = response.header("Content-Type");
        if (!MediaTypes.isRead(contentType)) {
            return failed(FetchOutcome.NOT_TEXT, "content type " + contentType);
        }
        String tooLarge = "more than " + limits.maxBytes() + " bytes";
        if (response.overflowed()) {
            return failed(FetchOutcome.TOO_LARGE, tooLarge);
        }
        String encoding = response.header("Content-Encoding").strip().toLowerCase(Locale.ROOT);
        byte[] body = response.body();
        try {
            if (encoding.equals("gzip") || encoding.equals("x-gzip")) {
                body = Gzip.expand(body, limits.maxBytes());
            } else if (!encoding.isEmpty() && !encoding.equals("identity")) {
                return failed(FetchOutcome.NOT_TEXT, "content encoding " + encoding + ", which was not asked for");
            }
            if (Gzip.isGzip(body) && body.length <= limits.maxBytes()) {
                body = Gzip.expand(body, limits.maxBytes());
            }
        } catch (IOException e) {
            return failed(FetchOutcome.NOT_TEXT, "broken gzip: " + e.getMessage());
        }
        if (body.length > limits.maxBytes()) {
            return failed(FetchOutcome.TOO_LARGE, tooLarge + " when decompressed");
        }
        if (MediaTypes.isBinary(body)) {
            return failed(FetchOutcome.NOT_TEXT, "binary content sent as '" + contentType + "'");
        }
        return new Page(
                uri.toString(),
                contentType,
                TextDecoder.decode(body, contentType),
                new Validators(response.header("ETag"), response.header("Last-Modified")));
    }

    private RobotsRules loadRobots(URI robotsTxt, FetchLimits limits) throws InterruptedException {
        URI uri = robotsTxt;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Optional<Failed> refused = refusal(uri, limits);
            if (refused.isPresent()) {
                return RobotsRules.unknown(refused.get().detail());
            }
            Optional<Instant> notBefore = gate.enter(uri.getHost(), limits.delay());
            if (notBefore.isPresent()) {
                return RobotsRules.unknown("the host is to be left in peace until " + notBefore.get());
            }
            HttpTransport.Response response;
            try {
                response = transport.get(uri, headers(Validators.NONE), limits.timeout(), info -> RobotsRules.LONGEST);
                guard.check(uri, limits.privateAuthority());
            } catch (IOException e) {
                return RobotsRules.unknown(failure(e).detail());
            } finally {
                gate.leave(uri.getHost());
            }
            int status = response.status();
            if (status == 429 || status == 503) {
                gate.quiet(uri.getHost(), RetryAfter.parse(response.header("Retry-After"), clock.instant()));
            }
            if (status / 100 != 3) {
                return rules(uri, response);
            }
            Optional<URI> target =
                    PageUrl.resolve(uri.toString(), response.header("Location")).map(URI::create);
            if (target.isEmpty()) {
                return RobotsRules.unknown("status " + status + " without a place to look");
            }
            uri = target.get();
        }
        return RobotsRules.none();
    }

    private static RobotsRules rules(URI uri, HttpTransport.Response response) {
        byte[] body = response.body();
        if (Gzip.isGzip(body)) {
            try {
                body = Gzip.expand(body, RobotsRules.LONGEST);
            } catch (IOException e) {
                return RobotsRules.unknown("broken gzip");
            }
        }
        return RobotsRules.of(uri.toString(), response.status(), body, response.header("Content-Type"));
    }

    private Optional<Failed> refusal(URI uri, FetchLimits limits) {
        try {
            guard.check(uri, limits.privateAuthority());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(failure(e));
        }
    }

    private Map<String, String> headers(Validators validators) {
        Map<String, String> headers = new HashMap<>();
        headers.put("User-Agent", userAgent);
        headers.put("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1");
        headers.put("Accept-Language", "zh-CN,zh;q=0.9");
        headers.put("Accept-Encoding", "gzip");
        if (!validators.etag().isEmpty()) {
            headers.put("If-None-Match", validators.etag());
        }
        if (!validators.lastModified().isEmpty()) {
            headers.put("If-Modified-Since", validators.lastModified());
        }
        return headers;
    }

    private static int bytesWanted(ResponseInfo info, int most) {
        boolean page = info.statusCode() == 200 || info.statusCode() == 203;
        return page
                        && MediaTypes.isRead(
                                info.headers().firstValue("Content-Type").orElse(""))
                ? most
                : 0;
    }

    /** The same host, or another of the same registered domain, such as {@code www.} added or taken away. */
    private static boolean isSameSite(URI first, URI target) {
        if (first.getHost().equals(target.getHost())) {
            return true;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(first.getHost(), true, false);
        return domain != null && domain.equals(EffectiveTldFinder.getAssignedDomain(target.getHost(), true, false));
    }

    private static Failed failure(Exception e) {
        if (e instanceof RefusedAddressException) {
            return failed(FetchOutcome.REFUSED_ADDRESS, e.getMessage());
        }
        if (e instanceof HttpTimeoutException) {
            return failed(FetchOutcome.TIMED_OUT, e.getMessage());
        }
        if (e instanceof UnknownHostException) {
            return failed(FetchOutcome.UNREACHABLE, "no address for " + e.getMessage());
        }
        return failed(FetchOutcome.UNREACHABLE, String.valueOf(e.getMessage()));
    }

    private static Failed failed(FetchOutcome outcome, String detail) {
        return new Failed(outcome, detail, Optional.empty());
    }
}
