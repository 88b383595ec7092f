package huxiao.server.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job as it runs; closing cancels it, and its last checkpoint stays for the next start. */
final class RunningJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
    private static final long PATIENCE_SECONDS = 20;

    private final JobClient client;

    RunningJob(JobClient client) {
        this.client = client;
    }

    /** Flink's word for what the job is doing: RUNNING when all is well. */
    String health() {
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

    @Override
    public void close() throws InterruptedException {
        try {
            client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.warn("the job did not end in time; its last checkpoint is kept", e);
        }
    }
}
