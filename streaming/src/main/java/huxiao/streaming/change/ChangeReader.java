package huxiao.streaming.change;

import huxiao.register.ChangePosition;
import huxiao.register.Register;
import huxiao.register.RegisterChange;
import huxiao.streaming.JobSettings;
import huxiao.streaming.Openers;
import huxiao.streaming.Resources;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads the change table by asking again and again; a question takes about a millisecond, so it is asked in the task's own
 * thread. The position moves with each row handed on, so that a checkpoint between two rows loses neither.
 *
 * <p>Every start hands on the snapshot first, and where every alert stands, also one from a checkpoint: another job over the same register, such as a replay,
 * may have raised alerts since, and what a job writes itself makes no change row. Known revisions change nothing.
 */
final class ChangeReader implements SourceReader<RegisterChange, ChangeSplit> {
    private static final int BATCH = 500;

    private final JobSettings settings;
    private final boolean bounded;
    private final Deque<RegisterChange> snapshot = new ArrayDeque<>();
    private final Deque<RegisterChange> fetched = new ArrayDeque<>();
    private Resources.Lease<Register> register;
    private ChangeSplit split;
    private boolean snapshotFetched;
    private ChangePosition afterSnapshot;
    private boolean noMoreSplits;
    private CompletableFuture<Void> available = new CompletableFuture<>();

    ChangeReader(JobSettings settings, Boundedness boundedness) {
        this.settings = settings;
        this.bounded = boundedness == Boundedness.BOUNDED;
    }

    @Override
    public void start() {
        register = Openers.register(settings);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<RegisterChange> output) {
        if (split == null) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        if (!snapshot.isEmpty() || !snapshotFetched) {
            return pollSnapshot(output);
        }
        if (fetched.isEmpty()) {
            fetched.addAll(register.get().changes().after(new ChangePosition(split.xid(), split.sequence()), BATCH));
        }
        RegisterChange change = fetched.poll();
        if (change == null) {
            if (bounded) {
                return InputStatus.END_OF_INPUT;
            }
            available = new CompletableFuture<Void>()
                    .completeOnTimeout(null, settings.pipeline().changePoll().toMillis(), TimeUnit.MILLISECONDS);
            return InputStatus.NOTHING_AVAILABLE;
        }
        output.collect(change);
        split = new ChangeSplit(true, change.xid(), change.sequence());
        return InputStatus.MORE_AVAILABLE;
    }

    private InputStatus pollSnapshot(ReaderOutput<RegisterChange> output) {
        if (!snapshotFetched) {
            // The position is taken first: a change between the two is read twice, never missed.
            afterSnapshot = register.get().changes().position();
            snapshot.addAll(register.get().changes().snapshot());
            snapshot.addAll(register.get().changes().standings());
            snapshotFetched = true;
        }
        RegisterChange open = snapshot.poll();
        if (open != null) {
            output.collect(open);
        }
        if (snapshot.isEmpty() && !split.snapshotDone()) {
            split = new ChangeSplit(true, afterSnapshot.xid(), afterSnapshot.sequence());
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<ChangeSplit> snapshotState(long checkpoint) {
        return split == null ? List.of() : List.of(split);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void addSplits(List<ChangeSplit> splits) {
        split = splits.get(0);
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        available.complete(null);
    }

    @Override
    public void close() {
        if (register != null) {
            register.close();
        }
    }
}
