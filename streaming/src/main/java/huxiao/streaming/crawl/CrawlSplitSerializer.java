package huxiao.streaming.crawl;

import huxiao.crawler.Frontier;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Source id and frontier; the frontier's bytes carry a version of their own. */
final class CrawlSplitSerializer implements SimpleVersionedSerializer<CrawlSplit> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(CrawlSplit split) throws IOException {
        byte[] frontier = split.frontier().toBytes();
        DataOutputSerializer out = new DataOutputSerializer(frontier.length + 64);
        out.writeUTF(split.sourceId());
        out.writeInt(frontier.length);
        out.write(frontier);
        return out.getCopyOfBuffer();
    }

    @Override
    public CrawlSplit deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException("a crawl split of version " + version + ", allowed: " + VERSION);
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        String sourceId = in.readUTF();
        byte[] frontier = new byte[in.readInt()];
        in.readFully(frontier);
        return new CrawlSplit(sourceId, Frontier.fromBytes(frontier));
    }
}
