package huxiao.streaming.change;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The one split of the change table: how far it was read.
 *
 * @param snapshotDone whether the snapshot was read; until then the position means nothing
 * @param xid transaction id up to which rows were read
 * @param sequence row number within that transaction
 */
record ChangeSplit(boolean snapshotDone, long xid, long sequence) implements SourceSplit {
    static final ChangeSplit START = new ChangeSplit(false, 0, 0);

    @Override
    public String splitId() {
        return "change";
    }
}
