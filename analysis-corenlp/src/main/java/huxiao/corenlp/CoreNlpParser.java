package huxiao.corenlp;

import huxiao.analysis.frame.Arc;
import huxiao.analysis.frame.DependencyParser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stanford CoreNLP's Chinese tagger and transition-based parser (Chen and Manning, EMNLP 2014) over words cut elsewhere. The models
 * are loaded once a process, at the first use, and take some seconds and about 600 MB. Parsing runs on workers of its own: the caller
 * waits no longer than it said, and where all workers are still at work, not at all. Thread safe.
 */
public final class CoreNlpParser implements DependencyParser {
    private static final Logger LOG = LoggerFactory.getLogger(CoreNlpParser.class);
    private static final int WORKERS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    private static final long IDLE_SECONDS = 60;

    private final Sentences sentences;
    private final ExecutorService workers;

    /** The parser that {@link java.util.ServiceLoader} finds. */
    public CoreNlpParser() {
        this(Models.SHARED::arcs, Models.WORKERS);
    }

    /** A parser over another way to parse. */
    CoreNlpParser(Sentences sentences, ExecutorService workers) {
        this.sentences = sentences;
        this.workers = workers;
    }

    /** Parses one sentence, however long it takes. */
    interface Sentences {
        List<Arc> arcs(List<String> words);
    }

    @Override
    public Optional<List<Arc>> parse(List<String> words, Duration limit) {
        if (words.isEmpty()) {
            return Optional.of(List.of());
        }
        Future<List<Arc>> answer;
        try {
            answer = workers.submit(() -> sentences.arcs(List.copyOf(words)));
        } catch (RejectedExecutionException e) {
            LOG.debug("all workers are still parsing; the sentence is left", e);
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            LOG.debug("no parse within {}; the sentence is left", limit, e);
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.warn("a sentence of {} words could not be parsed", words.size(), e);
            return Optional.empty();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Daemon workers that refuse work instead of queueing it. */
    static ExecutorService workers(int most) {
        return new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread worker = new Thread(work, "corenlp");
            worker.setDaemon(true);
            return worker;
        });
    }

    /** What is loaded once a process. */
    private static final class Models {
        private static final ChineseModels SHARED = ChineseModels.load();
        private static final ExecutorService WORKERS = workers(CoreNlpParser.WORKERS);

        private Models() {}
    }
}
