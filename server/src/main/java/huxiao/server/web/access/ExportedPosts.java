package huxiao.server.web.access;

import huxiao.index.Hit;
import huxiao.index.query.Query;
import huxiao.register.Register;
import huxiao.server.web.ServerSettings;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Lets a person take along all posts of a query among those that they may search. That somebody does, with which query, is in the audit
 * trail before the first post leaves; how many left, and whether those were all, when it ends. Thread safe.
 */
@Component
public final class ExportedPosts {
    private final ScopedPosts posts;
    private final Register register;
    private final int most;

    /** How many run of whom: each holds a view of the index and a connection for as long as its reader likes. */
    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    ExportedPosts(ScopedPosts posts, Register register, ServerSettings settings) {
        this.posts = posts;
        this.register = register;
        this.most = settings.exports();
    }

    /** Where posts go to. */
    public interface Destination {
        /** Takes one post. */
        void accept(Hit hit) throws IOException;

        /** Takes no more: all were taken. */
        void end() throws IOException;
    }

    /**
     * Hands on one post after the other, newest first; holds none of them.
     *
     * @param query what to find, and as it was written
     * @param format the form in which they leave, for the audit trail
     * @throws AccessDeniedException for a school
     * @throws TooManyExportsException when as many of the person's run already; nothing left, and the audit trail has nothing of it
     * @throws IOException when the destination takes no more
     */
    public void send(Person person, Query query, String written, String format, Destination destination)
            throws IOException {
        try {
            if (running.merge(person.login(), 1, Integer::sum) > most) {
                throw new TooManyExportsException(most);
            }
            sendAudited(person, query, written, format, destination);
        } finally {
            running.computeIfPresent(person.login(), (login, count) -> count == 1 ? null : count - 1);
        }
    }

    private void sendAudited(Person person, Query query, String written, String format, Destination destination)
            throws IOException {
        try (Stream<Hit> found = posts.stream(person, query)) {
            register.audit().write(person.login(), "posts.export", "", format + ": " + written);
            long sent = 0;
            boolean complete = false;
            try {
                for (Iterator<Hit> each = found.iterator(); each.hasNext(); ) {
                    destination.accept(each.next());
                    sent++;
                }
                destination.end();
                complete = true;
            } finally {
                String detail =
                        sent + " posts, " + (complete ? "complete" : "cut off") + ", " + format + ": " + written;
                register.audit().write(person.login(), "posts.exported", "", detail);
            }
        }
    }
}
