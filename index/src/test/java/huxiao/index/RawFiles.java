package huxiao.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Files searched byte by byte, as by somebody who has the disk and knows of no format. */
public final class RawFiles {
    private RawFiles() {}

    /**
     * The files below a folder in which a text stands as it is. A random one is too short and too strange to be changed by the
     * compression of an index when it stands there once; whoever says that it is gone must have found it before.
     */
    public static List<Path> holding(Path folder, String text) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    try {
                        // one char for each byte
                        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                        if (bytes.contains(text)) {
                            found.add(file);
                        }
                    } catch (NoSuchFileException e) {
                        return visitFileFailed(file, e);
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** A file that went away meanwhile holds nothing. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
