package huxiao.streaming.change;

import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Gives the one split to the first reader that registers; its checkpoint says whether it is given away. */
final class ChangeEnumerator implements SplitEnumerator<ChangeSplit, Boolean> {
    private final SplitEnumeratorContext<ChangeSplit> context;
    private Optional<ChangeSplit> unassigned;

    ChangeEnumerator(SplitEnumeratorContext<ChangeSplit> context, Optional<ChangeSplit> unassigned) {
        this.context = context;
        this.unassigned = unassigned;
    }

    @Override
    public void start() {
        // The split is assigned when a reader registers.
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {
        // Readers ask for nothing; the split is pushed.
    }

    @Override
    public void addSplitsBack(List<ChangeSplit> splits, int subtask) {
        unassigned = splits.stream().findFirst();
    }

    @Override
    public void addReader(int subtask) {
        unassigned.ifPresent(split -> context.assignSplit(split, subtask));
        unassigned = Optional.empty();
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public Boolean snapshotState(long checkpoint) {
        return unassigned.isEmpty();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
