package huxiao.server.demo;

import com.sun.net.httpserver.Headers;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/** Whether a client's copy is still good (RFC 9110 §13.2.2: If-None-Match first, If-Modified-Since only without it). */
final class ConditionalRequest {
    private ConditionalRequest() {}

    static boolean isFresh(Headers request, Page page) {
        List<String> tags = request.get("If-None-Match");
        if (tags != null) {
            return tags.stream()
                    .flatMap(line -> Arrays.stream(line.split(",", -1)))
                    .map(String::strip)
                    .anyMatch(tag -> tag.equals("*") || weak(tag).equals(page.entityTag()));
        }
        String since = request.getFirst("If-Modified-Since");
        return since != null && !isAfter(page, since);
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static boolean isAfter(Page page, String since) {
        try {
            return page.lastModified()
                    .isAfter(ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            // RFC 9110 §13.1.3: a recipient ignores the field when it holds no date.
            return true;
        }
    }
}
