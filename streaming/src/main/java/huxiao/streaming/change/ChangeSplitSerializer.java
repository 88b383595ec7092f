package huxiao.streaming.change;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Version 1: one byte for the snapshot, then xid and sequence, eight bytes each. */
final class ChangeSplitSerializer implements SimpleVersionedSerializer<ChangeSplit> {
    private static final int VERSION = 1;
    private static final int LENGTH = 1 + 2 * Long.BYTES;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(ChangeSplit split) {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) (split.snapshotDone() ? 1 : 0))
                .putLong(split.xid())
                .putLong(split.sequence())
                .array();
    }

    @Override
    public ChangeSplit deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION || bytes.length != LENGTH) {
            throw new IOException("a change split of version " + version + " and " + bytes.length
                    + " bytes; known: version " + VERSION + ", " + LENGTH + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new ChangeSplit(buffer.get() == 1, buffer.getLong(), buffer.getLong());
    }
}
