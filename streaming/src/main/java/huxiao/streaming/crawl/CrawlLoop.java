package huxiao.streaming.crawl;

import huxiao.crawler.Frontier;
import huxiao.crawler.SourceCrawl;
import huxiao.crawler.Visit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** Visits the pages of one source, one after another; the next only when the posts of the last were handed on. */
final class CrawlLoop implements Runnable {
    /** Looks at the clock again at least so often, so that one set back does no lasting harm. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final CrawlSplit split;
    private final SourceCrawl crawl;
    private final Clock clock;
    private final Handover handover;
    private final Semaphore handedOn = new Semaphore(1);

    CrawlLoop(CrawlSplit split, SourceCrawl crawl, Clock clock, Handover handover) {
        this.split = split;
        this.crawl = crawl;
        this.clock = clock;
        this.handover = handover;
    }

    @Override
    public void run() {
        try {
            visitUntilInterrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the reader closes
        } catch (RuntimeException | Error e) {
            handover.fail(e);
        }
    }

    private void visitUntilInterrupted() throws InterruptedException {
        Frontier frontier = split.frontier();
        while (true) {
            handedOn.acquire();
            Visit visit = nextVisit(frontier);
            frontier = visit.after();
            handover.put(new CrawledPage(split.sourceId(), visit, handedOn::release));
        }
    }

    private Visit nextVisit(Frontier frontier) throws InterruptedException {
        while (true) {
            Instant now = clock.instant();
            Duration wait = Duration.between(now, crawl.nextDue(frontier).orElse(now.plus(LONGEST_SLEEP)));
            if (wait.isNegative() || wait.isZero()) {
                Visit visit = crawl.visit(frontier, now);
                if (visit.outcome().isPresent()) {
                    return visit;
                }
            } else {
                Thread.sleep((wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP)
                        .plusMillis(1)
                        .toMillis());
            }
        }
    }
}
