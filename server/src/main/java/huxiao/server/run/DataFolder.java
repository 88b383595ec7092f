package huxiao.server.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * The folder that holds all data of one installation, held by one process at a time. {@code LOCK} names process and command;
 * the operating system frees the lock when the process dies, however it dies.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "LOCK";

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
     * @throws DataHeldException when another process holds it
     */
    public static DataFolder hold(Path folder, String command) {
        try {
            Path absolute = Files.createDirectories(folder).toRealPath();
            Path file = absolute.resolve(LOCK);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                Properties holder = read(file);
                throw new DataHeldException("the data folder " + absolute + " is held by process "
                        + holder.getProperty("pid", "(unknown)") + " (huxiao " + holder.getProperty("command", "?")
                        + ", since " + holder.getProperty("since", "?") + "); stop it first, or use another --data");
            }
            DataFolder held = new DataFolder(absolute, channel, lock.get());
            held.describe(command, "");
            return held;
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(0, 1, false));
        } catch (OverlappingFileLockException e) {
            // Held by this very process: for a second holder that is the same as held by another.
            return Optional.empty();
        }
    }

    /** What the holder of a folder wrote of itself; empty when nobody holds it. */
    static Optional<Properties> holder(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Optional<FileLock> free = tryLock(channel);
            if (free.isPresent()) {
                free.get().release();
                return Optional.empty();
            }
            return Optional.of(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        return properties;
    }

    /** Writes who holds the folder, and where it listens for commands. */
    void describe(String command, String socket) {
        String text = "\npid=" + ProcessHandle.current().pid() + "\ncommand=" + command + "\nsince=" + Instant.now()
                + "\nsocket=" + socket + "\n";
        try {
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
        }
    }
}
