package huxiao.server.run;

import huxiao.streaming.HuxiaoJob;
import huxiao.streaming.JobSettings;
import huxiao.streaming.LocalRun;
import huxiao.streaming.PostSource;
import huxiao.streaming.Summary;
import huxiao.streaming.change.ChangeSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job as it runs; closing cancels it, and its last checkpoint stays for the next start. */
final class RunningJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    /** What a job's status is while it does its work. */
    static final String RUNNING = "RUNNING";

    private static final long PATIENCE_SECONDS = 20;

    private final JobClient client;

    private RunningJob(JobClient client) {
        this.client = client;
    }

    /** Starts the job over sources of posts, going on from the newest checkpoint of a folder. */
    static RunningJob start(JobSettings settings, List<PostSource> sources, Path checkpoints) throws Exception {
        StreamExecutionEnvironment env = LocalRun.environment(settings, checkpoints);
        new HuxiaoJob(settings, sources, new ChangeSource(settings, Boundedness.CONTINUOUS_UNBOUNDED)).wire(env);
        return new RunningJob(env.executeAsync("huxiao"));
    }

    /** Runs a bounded job to its end; interrupted, it is cancelled and its last checkpoint stays. */
    static JobExecutionResult toTheEnd(StreamExecutionEnvironment env, String name) throws Exception {
        JobClient client = env.executeAsync(name);
        try {
            return client.getJobExecutionResult().get();
        } catch (InterruptedException e) {
            new RunningJob(client).close();
            throw e;
        }
    }

    /** Flink's own word for how the job is; {@code UNKNOWN} when it cannot be asked. */
    String status() {
        try {
            return client.getJobStatus().get(PATIENCE_SECONDS, TimeUnit.SECONDS).name();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "UNKNOWN";
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.warn("the job's status cannot be told", e);
            return "UNKNOWN";
        }
    }

    /** What became of posts since the job started; empty when it cannot be asked. */
    Optional<Summary> summary() {
        try {
            return Optional.of(Summary.of(
                    client.getAccumulators().get(PATIENCE_SECONDS, TimeUnit.SECONDS), System.currentTimeMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.debug("the job's counts cannot be told", e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            // Only now do operators give back register and index; who closes those next must not be first.
            client.getJobExecutionResult().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.debug("the job has ended", e);
        } catch (TimeoutException | IllegalStateException e) {
            LOG.warn("the job did not end in time; its last checkpoint is kept", e);
        }
    }
}
