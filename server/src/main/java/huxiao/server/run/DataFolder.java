package huxiao.server.run;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The folder that holds all data of one installation, held by one process at a time. {@code LOCK} names process and command;
 * the operating system frees the lock when the process dies, however it dies.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "LOCK";

    /** What this process holds, and what it wrote into each lock file. */
    private static final Map<Path, Properties> HELD = new ConcurrentHashMap<>();

    private static final int LONGEST = 8192;
    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process, making it when it is missing.
     *
     * @throws DataHeldException when another process holds it, or this one already does
     */
    public static DataFolder hold(Path folder, String command) {
        try {
            Path absolute = Files.createDirectories(folder).toRealPath();
            Path file = absolute.resolve(LOCK);
            // Opening and closing the lock's file again would give up the lock of the first holder (POSIX), so ask
            // before.
            Properties own = HELD.putIfAbsent(absolute, new Properties());
            if (own != null) {
                throw held(absolute, own);
            }
            try {
                return hold(absolute, file, command);
            } catch (IOException | RuntimeException e) {
                HELD.remove(absolute);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static DataFolder hold(Path folder, Path file, String command) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            Optional<FileLock> lock = lock(channel);
            if (lock.isEmpty()) {
                throw held(folder, read(file));
            }
            // The last holder is dead, or it would still hold the lock.
            ControlSocket.forget(read(channel).getProperty("socket", ""));
            DataFolder taken = new DataFolder(folder, channel, lock.get());
            taken.describe(command, "");
            return taken;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whoever only looks whether the folder is held has the lock for a moment; that is waited for. */
    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        for (int attempt = 1; ; attempt++) {
            FileLock lock = channel.tryLock(0, 1, false);
            if (lock != null || attempt == TRIES) {
                return Optional.ofNullable(lock);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static DataHeldException held(Path folder, Properties holder) {
        return new DataHeldException("the data folder " + folder + " is held by process "
                + holder.getProperty("pid", "(unknown)") + " (huxiao " + holder.getProperty("command", "?") + ", since "
                + holder.getProperty("since", "?") + "); stop it first, or use another --data");
    }

    /** What the holder of a folder wrote of itself; empty when nobody holds it. Needs the right to read alone. */
    static Optional<Properties> holder(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Properties own = HELD.get(folder.toRealPath());
            if (own != null) {
                return Optional.of(own);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock free = channel.tryLock(0, 1, true)) {
                return free == null ? Optional.of(read(file)) : Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** By the channel that holds the lock: to open and close the file a second time would give it up. */
    private static Properties read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
            // A read may give less than there is.
        }
        Properties properties = new Properties();
        properties.load(
                new StringReader(StandardCharsets.UTF_8.decode(bytes.flip()).toString()));
        return properties;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    /** Writes who holds the folder, and where it listens for commands. */
    void describe(String command, String socket) {
        Properties description = new Properties();
        String text = "\npid=" + ProcessHandle.current().pid() + "\ncommand=" + command + "\nsince=" + Instant.now()
                + "\nsocket=" + socket + "\n";
        try {
            description.load(new StringReader(text));
            HELD.put(folder, description);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + folder.resolve(LOCK), e);
        }
    }

    /** A place inside the folder. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + folder.resolve(LOCK), e);
        } finally {
            HELD.remove(folder);
        }
    }
}
