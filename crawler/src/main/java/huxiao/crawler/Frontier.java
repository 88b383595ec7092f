package huxiao.crawler;

import huxiao.crawler.fetch.Validators;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * All that a source's crawl remembers between visits: its URLs and when each is due. Immutable, thread safe; kept in the
 * checkpoint as {@link #toBytes()}.
 */
public final class Frontier {
    private static final int VERSION = 1;

    private final Map<String, FrontierEntry> entries;
    private final Instant notBefore;
    private final long visits;

    Frontier(Map<String, FrontierEntry> entries, Instant notBefore, long visits) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        this.notBefore = Objects.requireNonNull(notBefore, "notBefore");
        this.visits = visits;
    }

    /** Nothing read yet: the next visit reads the source's own URL. */
    public static Frontier empty() {
        return new Frontier(Map.of(), Instant.EPOCH, 0);
    }

    /** How many URLs are remembered. */
    public int size() {
        return entries.size();
    }

    /** How many visits were made. */
    public long visits() {
        return visits;
    }

    /** URLs in normal form and what is known of each, in the order in which they were found. */
    Map<String, FrontierEntry> entries() {
        return entries;
    }

    /** The host may not be asked before. */
    Instant notBefore() {
        return notBefore;
    }

    /** As bytes that {@link #fromBytes} reads; the first tells the version. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(notBefore.toEpochMilli());
            out.writeLong(visits);
            out.writeInt(entries.size());
            for (Map.Entry<String, FrontierEntry> entry : entries.entrySet()) {
                out.writeUTF(entry.getKey());
                write(out, entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * A frontier from its bytes.
     *
     * @throws IllegalArgumentException when they are of another version or broken
     */
    public static Frontier fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("a frontier of version " + version + ", allowed: " + VERSION);
            }
            Instant notBefore = Instant.ofEpochMilli(in.readLong());
            long visits = in.readLong();
            int size = in.readInt();
            Map<String, FrontierEntry> entries = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                String url = in.readUTF();
                entries.put(url, read(in));
            }
            return new Frontier(entries, notBefore, visits);
        } catch (IOException e) {
            throw new IllegalArgumentException("not the bytes of a frontier (" + e + ")", e);
        }
    }

    private static void write(DataOutputStream out, FrontierEntry entry) throws IOException {
        out.writeByte(entry.kind().code());
        out.writeUTF(entry.validators().etag());
        out.writeUTF(entry.validators().lastModified());
        out.writeUTF(entry.contentHash());
        out.writeLong(entry.next().toEpochMilli());
        out.writeLong(entry.read().toEpochMilli());
        out.writeLong(entry.changed().toEpochMilli());
        out.writeLong(entry.linked().toEpochMilli());
        out.writeInt(entry.failures());
    }

    private static FrontierEntry read(DataInputStream in) throws IOException {
        return new FrontierEntry(
                PageKind.of(in.readUnsignedByte()),
                new Validators(in.readUTF(), in.readUTF()),
                in.readUTF(),
                Instant.ofEpochMilli(in.readLong()),
                Instant.ofEpochMilli(in.readLong()),
                Instant.ofEpochMilli(in.readLong()),
                Instant.ofEpochMilli(in.readLong()),
                in.readInt());
    }
}
