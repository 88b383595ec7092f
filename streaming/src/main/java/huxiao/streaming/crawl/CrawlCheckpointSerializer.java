package huxiao.streaming.crawl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Waiting splits, each with the version of its serializer, and ids of assigned sources. */
final class CrawlCheckpointSerializer implements SimpleVersionedSerializer<CrawlCheckpoint> {
    private static final int VERSION = 1;

    private final CrawlSplitSerializer splits = new CrawlSplitSerializer();

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(CrawlCheckpoint checkpoint) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        out.writeInt(checkpoint.waiting().size());
        for (CrawlSplit split : checkpoint.waiting()) {
            byte[] bytes = splits.serialize(split);
            out.writeInt(splits.getVersion());
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.writeInt(checkpoint.assigned().size());
        for (String id : checkpoint.assigned()) {
            out.writeUTF(id);
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public CrawlCheckpoint deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException("a crawl checkpoint of version " + version + ", allowed: " + VERSION);
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        List<CrawlSplit> waiting = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int splitVersion = in.readInt();
            byte[] split = new byte[in.readInt()];
            in.readFully(split);
            waiting.add(splits.deserialize(splitVersion, split));
        }
        Set<String> assigned = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            assigned.add(in.readUTF());
        }
        return new CrawlCheckpoint(waiting, assigned);
    }
}
