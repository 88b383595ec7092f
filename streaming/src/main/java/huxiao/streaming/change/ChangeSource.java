package huxiao.streaming.change;

import huxiao.register.RegisterChange;
import huxiao.streaming.JobSettings;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads what people changed in the register: at every start a snapshot of all that is open, then rows of the change table in
 * order of (xid, sequence), whose position is in the checkpoint. Bounded, it ends when it has caught up.
 */
public final class ChangeSource implements Source<RegisterChange, ChangeSplit, Boolean> {
    private static final long serialVersionUID = 1;

    private final JobSettings settings;
    private final Boundedness boundedness;

    /** A source over the register of {@code settings}. */
    public ChangeSource(JobSettings settings, Boundedness boundedness) {
        this.settings = settings;
        this.boundedness = boundedness;
    }

    @Override
    public Boundedness getBoundedness() {
        return boundedness;
    }

    @Override
    public SourceReader<RegisterChange, ChangeSplit> createReader(SourceReaderContext context) {
        return new ChangeReader(settings, boundedness);
    }

    @Override
    public SplitEnumerator<ChangeSplit, Boolean> createEnumerator(SplitEnumeratorContext<ChangeSplit> context) {
        return new ChangeEnumerator(context, Optional.of(ChangeSplit.START));
    }

    @Override
    public SplitEnumerator<ChangeSplit, Boolean> restoreEnumerator(
            SplitEnumeratorContext<ChangeSplit> context, Boolean assigned) {
        return new ChangeEnumerator(context, assigned ? Optional.empty() : Optional.of(ChangeSplit.START));
    }

    @Override
    public SimpleVersionedSerializer<ChangeSplit> getSplitSerializer() {
        return new ChangeSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
        return new AssignedSerializer();
    }

    private static final class AssignedSerializer implements SimpleVersionedSerializer<Boolean> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Boolean assigned) {
            return new byte[] {(byte) (assigned ? 1 : 0)};
        }

        @Override
        public Boolean deserialize(int version, byte[] bytes) throws IOException {
            if (version != 1 || bytes.length != 1) {
                throw new IOException("a change enumerator's state of version " + version + "; known: 1");
            }
            return bytes[0] == 1;
        }
    }
}
