package huxiao.register.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder into which PostgreSQL's programs are unpacked once per user and kept: {@code huxiao/postgresql} in the user's cache
 * (XDG Base Directory), or in the data folder where there is none. Not in the system's folder for temporary files, which is
 * swept while a server runs for weeks.
 */
final class Binaries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    private final Path folder;
    private final FileChannel channel;

    private Binaries(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Waits until no other process unpacks there; the caller must be the only one in this process. */
    static Binaries lock(Path fallback) throws IOException {
        Path base = base(fallback);
        Path folder = base.resolve("postgresql");
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(base.resolve("postgresql.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.lock();
            LOG.debug("unpacking in {} under {}", folder, lock);
            deleteHalfUnpacked(folder);
            return new Binaries(folder, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Path base(Path fallback) throws IOException {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "huxiao")
                : Path.of(cache, "huxiao");
        try {
            return reserved(base);
        } catch (IOException e) {
            LOG.info("no cache folder at {} ({}), unpacking into {}", base, e.toString(), fallback);
            return reserved(fallback);
        }
    }

    /** For the user alone, since what is unpacked there is run, and the unpacking lets everybody write below. */
    private static Path reserved(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (!Files.isWritable(folder)) {
            throw new IOException(folder + " is not writable");
        }
        return folder;
    }

    /** An unpacking that was interrupted would be taken up with its half-written file left as it is. */
    private static void deleteHalfUnpacked(Path folder) throws IOException {
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder, "PG-*")) {
            for (Path version : versions) {
                if (!Files.exists(version.resolve(".exists"))) {
                    Folders.delete(version);
                }
            }
        }
    }
}
