package huxiao.streaming;

import huxiao.model.config.ConfigNode;
import huxiao.register.Receiver;
import huxiao.register.database.DatabaseSettings;
import huxiao.streaming.group.GroupSettings;
import huxiao.streaming.merge.RiskSettings;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What the job is run with; travels to every operator. The clock must be serialisable, as those of the JDK are.
 *
 * @param locations where models, index and register are found
 * @param receivers who is told of alerts
 * @param pipeline parallelism, checkpoints and time limits
 * @param group when two posts count as one event
 * @param risk how a school's risk adds up
 * @param clock tells the time to operators
 */
public record JobSettings(
        Locations locations,
        List<Receiver> receivers,
        Pipeline pipeline,
        GroupSettings group,
        RiskSettings risk,
        Clock clock)
        implements Serializable {
    public JobSettings {
        Objects.requireNonNull(locations, "locations");
        receivers = List.copyOf(receivers);
        Objects.requireNonNull(pipeline, "pipeline");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(risk, "risk");
        if (!(clock instanceof Serializable)) {
            throw new IllegalArgumentException("the job's clock travels to operators and must be serialisable");
        }
    }

    /**
     * Where an operator finds what it opens; folders as absolute paths.
     *
     * @param configFolder the operator's configuration folder
     * @param defaultsFolder the built-in configuration folder
     * @param index which engine keeps the posts, and where
     * @param database where the register is
     */
    public record Locations(String configFolder, String defaultsFolder, IndexEngine index, DatabaseSettings database)
            implements Serializable {}

    /**
     * Section {@code pipeline} of huxiao.yaml.
     *
     * @param parallelism parallel instances of each stage
     * @param checkpointInterval time between checkpoints; what is found is durable after at most so long
     * @param collectMemory for so long a post seen again unchanged is dropped without asking further
     * @param changePoll how often the register is asked for changes
     * @param hitsKept so many hits of one saved search are kept, the newest
     * @param maxAge a post older than this when first seen is historic: stored, shown, never sent
     */
    public record Pipeline(
            int parallelism,
            Duration checkpointInterval,
            Duration collectMemory,
            Duration changePoll,
            int hitsKept,
            Duration maxAge)
            implements Serializable {
        /** Reads the section; {@code maxAge} stands in notify.yaml. */
        public static Pipeline from(ConfigNode node, Duration maxAge) {
            Pipeline pipeline = new Pipeline(
                    node.integer("parallelism", 2, 1, 128),
                    node.duration("checkpointInterval", Duration.ofSeconds(5)),
                    node.duration("collectMemory", Duration.ofDays(30)),
                    node.duration("changePoll", Duration.ofMillis(250)),
                    node.integer("hitsKept", 1000, 10, 100_000),
                    maxAge);
            node.rejectUnknownKeys();
            atLeast(node, "checkpointInterval", pipeline.checkpointInterval, Duration.ofMillis(100));
            atLeast(node, "collectMemory", pipeline.collectMemory, Duration.ofMinutes(1));
            atLeast(node, "changePoll", pipeline.changePoll, Duration.ofMillis(10));
            return pipeline;
        }

        private static void atLeast(ConfigNode node, String key, Duration found, Duration least) {
            if (found.compareTo(least) < 0) {
                throw node.fault(key, found.toMillis() + "ms", "at least " + least.toMillis() + "ms");
            }
        }
    }
}
