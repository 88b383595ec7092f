package huxiao.server.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads pages as a person's browser does: bytes decoded by what the page says of itself. */
final class Browser {
    private final HttpClient client = HttpClient.newHttpClient();

    HttpResponse<byte[]> get(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    Document open(String url) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(url);
        String type = response.headers().firstValue("Content-Type").orElse("");
        int at = type.indexOf("charset=");
        boolean xml = type.contains("xml");
        return Jsoup.parse(
                new ByteArrayInputStream(response.body()),
                at < 0 ? null : type.substring(at + "charset=".length()),
                url,
                xml ? Parser.xmlParser() : Parser.htmlParser());
    }

    /** All pages that links and sitemaps lead to from the start pages, by URL; only URLs that {@code follow} wants. */
    Map<String, Document> wander(Collection<String> starts, Predicate<String> follow)
            throws IOException, InterruptedException {
        Map<String, Document> seen = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            String url = open.remove();
            if (seen.containsKey(url)) {
                continue;
            }
            Document page = open(url);
            seen.put(url, page);
            for (Element link : page.select("a[href]")) {
                offer(link.absUrl("href"), follow, open);
            }
            for (Element location : page.select("loc, item > link")) {
                offer(location.text(), follow, open);
            }
        }
        return seen;
    }

    private static void offer(String url, Predicate<String> follow, Deque<String> open) {
        String bare = url.contains("#") ? url.substring(0, url.indexOf('#')) : url;
        if (!bare.isEmpty() && follow.test(bare)) {
            open.add(bare);
        }
    }
}
