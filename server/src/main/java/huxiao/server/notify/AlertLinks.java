package huxiao.server.notify;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a receiver goes on from a notification.
 *
 * @param console the alert's page for people
 * @param acknowledge the API address that takes a POST of the receiver's acknowledgement
 */
record AlertLinks(String console, String acknowledge) {
    static AlertLinks of(URI base, String alertId) {
        String root = base.toString().replaceAll("/+$", "");
        String id = URLEncoder.encode(alertId, StandardCharsets.UTF_8);
        return new AlertLinks(root + "/alerts/" + id, root + "/api/v1/alerts/" + id + "/acknowledge");
    }
}
