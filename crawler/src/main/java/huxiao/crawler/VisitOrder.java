package huxiao.crawler;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which due page comes next. Three queues are served in turn, so that none starves another: pages that list (the longest due
 * first), pages never read (the latest found first, since news matters most; those found together in the order of the page), and
 * pages to read again (the longest due first). Pages never read get every other turn.
 */
final class VisitOrder {
    private enum Queue {
        LISTING,
        UNREAD,
        AGAIN;

        static Queue of(FrontierEntry entry) {
            return entry.kind() != PageKind.PAGE ? LISTING : entry.isUnread() ? UNREAD : AGAIN;
        }
    }

    private VisitOrder() {}

    /** The URL to visit; empty when none is due. */
    static Optional<String> pick(Frontier frontier, Instant now) {
        List<Queue> turn = frontier.visits() % 2 == 1
                ? List.of(Queue.UNREAD, Queue.LISTING, Queue.AGAIN)
                : frontier.visits() % 4 == 0
                        ? List.of(Queue.LISTING, Queue.AGAIN, Queue.UNREAD)
                        : List.of(Queue.AGAIN, Queue.LISTING, Queue.UNREAD);
        return turn.stream()
                .map(queue -> first(frontier, queue, now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> first(Frontier frontier, Queue queue, Instant now) {
        Comparator<Map.Entry<String, FrontierEntry>> byDue =
                Comparator.comparing(entry -> entry.getValue().next());
        return frontier.entries().entrySet().stream()
                .filter(entry -> Queue.of(entry.getValue()) == queue)
                .filter(entry -> !entry.getValue().next().isAfter(now))
                .min(queue == Queue.UNREAD ? byDue.reversed() : byDue)
                .map(Map.Entry::getKey);
    }
}
