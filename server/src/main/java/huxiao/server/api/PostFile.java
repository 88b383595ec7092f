package huxiao.server.api;

import huxiao.index.Hit;
import huxiao.index.query.Query;
import huxiao.server.web.access.ExportedPosts;
import huxiao.server.web.access.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Posts of a query as an answer that a browser keeps as a file. */
@Component
public final class PostFile {
    private static final Logger LOG = LoggerFactory.getLogger(PostFile.class);

    private final ExportedPosts exports;

    PostFile(ExportedPosts exports) {
        this.exports = exports;
    }

    /**
     * Answers with all posts of a query that a person may search. What fails before the first of them leaves the answer as it was; what
     * fails afterwards cuts the connection.
     *
     * @param query what to find, and as it was written
     * @throws IOException when the connection ends, or is to be cut
     */
    public void send(Person person, Query query, String written, ExportFormat format, HttpServletResponse response)
            throws IOException {
        try {
            exports.send(person, query, written, format.wireName(), new Answer(response, format));
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                // No handler may end this answer in order: it would pass for all there is. At an exception that none
                // of them takes, nor its cause, the container cuts the connection.
                LOG.error("an export is cut off", e);
                throw new IOException("an export is cut off; see the log");
            }
            throw e;
        }
    }

    /** An answer that becomes a file with the first post, or at the end of none: a fault is no file. */
    private static final class Answer implements ExportedPosts.Destination {
        private final HttpServletResponse response;
        private final ExportFormat format;
        private ExportedPosts.Destination file;

        Answer(HttpServletResponse response, ExportFormat format) {
            this.response = response;
            this.format = format;
        }

        @Override
        public void accept(Hit hit) throws IOException {
            file().accept(hit);
        }

        @Override
        public void end() throws IOException {
            file().end();
        }

        private ExportedPosts.Destination file() throws IOException {
            if (file == null) {
                response.setContentType(format.mediaType());
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"posts." + format.wireName() + "\"");
                file = format.to(response.getOutputStream());
            }
            return file;
        }
    }
}
