package huxiao.crawler;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes found links into a frontier without letting it grow beyond a bound. When it is full, the URL that no page has named for
 * the longest time gives way, but never one that was named within a day: then the new link is left out. So a site larger than
 * the bound is read in part, and not in circles.
 */
final class Links {
    private static final Duration NAMED_LATELY = Duration.ofDays(1);

    private final Frontier frontier;
    private final int most;
    private int dropped;

    Links(Frontier frontier, int most) {
        this.frontier = frontier;
        this.most = most;
    }

    Frontier add(List<Link> links, Instant now) {
        if (links.isEmpty()) {
            return frontier;
        }
        Map<String, FrontierEntry> entries = new LinkedHashMap<>(frontier.entries());
        for (Link link : links) {
            FrontierEntry known = entries.get(link.url());
            if (known != null) {
                entries.put(link.url(), named(known, link, now));
            }
        }
        Iterator<String> forgettable = forgettable(entries, now);
        for (Link link : links) {
            if (entries.containsKey(link.url())) {
                continue;
            }
            if (entries.size() >= most && forgettable.hasNext()) {
                entries.remove(forgettable.next());
            }
            if (entries.size() < most) {
                entries.put(link.url(), FrontierEntry.found(link.kind(), now));
            } else {
                dropped++;
            }
        }
        return new Frontier(entries, frontier.notBefore(), frontier.visits());
    }

    int dropped() {
        return dropped;
    }

    /** A page that a sitemap says has changed since it was read is due at once. */
    private static FrontierEntry named(FrontierEntry known, Link link, Instant now) {
        boolean stale =
                link.changed().filter(changed -> changed.isAfter(known.read())).isPresent();
        boolean waits = known.next().isAfter(now);
        FrontierEntry linked = known.linkedAt(now);
        return stale && waits && known.failures() == 0 ? linked.dueAt(now) : linked;
    }

    private static Iterator<String> forgettable(Map<String, FrontierEntry> entries, Instant now) {
        Instant lately = now.minus(NAMED_LATELY);
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().kind() != PageKind.START)
                .filter(entry -> entry.getValue().linked().isBefore(lately))
                .sorted(Comparator.comparing(entry -> entry.getValue().linked()))
                .map(Map.Entry::getKey)
                .toList()
                .iterator();
    }
}
