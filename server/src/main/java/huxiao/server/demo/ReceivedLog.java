package huxiao.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was received, on disk before it is answered and known again after a restart. Lives as long as the receiver. Thread
 * safe.
 */
final class ReceivedLog implements AutoCloseable {
    private static final int REMEMBERED = 100;

    private final FileChannel channel;
    private final Map<String, Integer> times = new HashMap<>();
    private final Deque<ReceivedWebhook> latest = new ArrayDeque<>();

    private ReceivedLog(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the file, or makes it; a last line that a crash cut off is dropped, since its sender never got an answer. */
    static ReceivedLog open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        int whole = content.length;
        while (whole > 0 && content[whole - 1] != '\n') {
            whole--;
        }
        if (whole < content.length) {
            try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
                cut.setLength(whole);
            }
        }
        ReceivedLog log = new ReceivedLog(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        int number = 0;
        for (String line :
                new String(content, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            log.remember(read(file, number, line));
        }
        return log;
    }

    private static ReceivedWebhook read(Path file, int number, String line) throws IOException {
        try {
            return Json.read(line, ReceivedWebhook.class);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file + ":" + number + ": " + e.getMessage() + "; move the file away to start afresh", e);
        }
    }

    /** Keeps a delivery; the answer says how often its id had come before. */
    synchronized ReceivedWebhook add(String id, Instant now, JsonNode body) throws IOException {
        ReceivedWebhook received = new ReceivedWebhook(id, now, times.getOrDefault(id, 0), body);
        ByteBuffer line = ByteBuffer.wrap((received.jsonLine() + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(false);
        remember(received);
        return received;
    }

    private void remember(ReceivedWebhook received) {
        times.merge(received.id(), 1, Integer::sum);
        latest.addFirst(received);
        if (latest.size() > REMEMBERED) {
            latest.removeLast();
        }
    }

    synchronized List<ReceivedWebhook> latest() {
        return new ArrayList<>(latest);
    }

    synchronized int distinct() {
        return times.size();
    }

    synchronized int repeats() {
        return times.values().stream().mapToInt(count -> count - 1).sum();
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
