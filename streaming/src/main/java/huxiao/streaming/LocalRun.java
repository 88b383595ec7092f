package huxiao.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;

/** The job in one process: a local Flink environment whose checkpoints lie on disk, going on from the newest complete one. */
public final class LocalRun {
    private static final int KEPT = 2;
    private static final String LOOPBACK = "127.0.0.1";

    private LocalRun() {}

    /** An environment over a folder of checkpoints, made when missing. */
    public static StreamExecutionEnvironment environment(JobSettings settings, Path checkpoints) {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, flinkPath(checkpoints));
        configuration.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.pipeline().checkpointInterval());
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, KEPT);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofSeconds(1));
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(30));
        // Flink's own ports take orders from whoever reaches them; by default they listen on every address.
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(WebOptions.CANCEL_ENABLE, false);
        // A fallback to Kryo would tie checkpoints to the classes of the day.
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        forgetEmptyJobs(checkpoints);
        newestCheckpoint(checkpoints).ifPresent(path -> {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, flinkPath(path));
            configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
            // A source that was taken out of the configuration leaves state that nobody claims.
            configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        });
        return StreamExecutionEnvironment.createLocalEnvironment(
                settings.pipeline().parallelism(), configuration);
    }

    /** The newest complete checkpoint over all job ids below a folder. */
    static Optional<Path> newestCheckpoint(Path checkpoints) {
        if (!Files.isDirectory(checkpoints)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.find(checkpoints, 3, (path, attributes) -> path.endsWith("_metadata"))) {
            return found.max(Comparator.comparing(LocalRun::modified)).map(Path::getParent);
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoints in " + checkpoints + " cannot be listed", e);
        }
    }

    /** Every start is a new job with a folder of its own, which is left empty when a later one has claimed its checkpoint. */
    private static void forgetEmptyJobs(Path checkpoints) {
        if (!Files.isDirectory(checkpoints)) {
            return;
        }
        try (Stream<Path> jobs = Files.list(checkpoints)) {
            for (Path job : jobs.filter(Files::isDirectory).toList()) {
                if (newestCheckpoint(job).isEmpty()) {
                    FileUtils.deleteDirectory(job.toFile());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoints in " + checkpoints + " cannot be listed", e);
        }
    }

    /** Flink takes a path's text as it is: a URI's escapes would become part of the folder's name. */
    private static String flinkPath(Path path) {
        return org.apache.flink.core.fs.Path.fromLocalFile(path.toAbsolutePath().toFile())
                .toString();
    }

    private static java.nio.file.attribute.FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
