package huxiao.crawler.fetch;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What came of a fetch. */
public sealed interface FetchResult {
    /**
     * A page was read.
     *
     * @param url where it was in the end, in normal form
     * @param contentType as sent, may be empty
     * @param text the decoded body
     * @param validators to ask with next time
     */
    record Page(String url, String contentType, String text, Validators validators) implements FetchResult {
        public Page {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(validators, "validators");
        }
    }

    /** The server says that nothing changed. */
    record NotModified() implements FetchResult {}

    /**
     * No page.
     *
     * @param outcome why
     * @param detail what was found, for the log: one line of plain characters
     * @param notBefore when the host may be asked again at the earliest, if it or the rules said so
     */
    record Failed(FetchOutcome outcome, String detail, Optional<Instant> notBefore) implements FetchResult {
        public Failed {
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(notBefore, "notBefore");
            detail = printable(detail);
        }

        private static String printable(String text) {
            String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
            return line.length() > 300 ? line.substring(0, 300) + "…" : line;
        }
    }
}
