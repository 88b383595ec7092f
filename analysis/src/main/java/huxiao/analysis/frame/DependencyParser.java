package huxiao.analysis.frame;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Parses sentences into dependencies. Found by {@link ServiceLoader}; no module of the default build has one. Thread safe.
 *
 * <p>Relations are those of Universal Dependencies for Chinese, in the form that Stanford CoreNLP writes them ({@code nsubj},
 * {@code dobj}, {@code nsubjpass} …).
 */
public interface DependencyParser {
    /**
     * One arc for each word.
     *
     * @param words of one sentence, in order
     * @param limit how long the caller waits
     * @return empty where the parser was busy, failed, or took longer; the answer of a later call is not affected
     */
    Optional<List<Arc>> parse(List<String> words, Duration limit);

    /** The parser on the class path, if there is one; the first call may take seconds. */
    static Optional<DependencyParser> installed() {
        return ServiceLoader.load(DependencyParser.class).findFirst();
    }
}
