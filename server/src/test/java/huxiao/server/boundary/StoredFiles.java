package huxiao.server.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that a data folder holds on disk, but for its secrets. */
final class StoredFiles {
    private static final String SECRETS = "secrets.properties";

    private final Path folder;

    StoredFiles(Path folder) {
        this.folder = folder;
    }

    /** Files below a part of the folder; the empty name means all of it. */
    List<Path> below(String part) {
        try (Stream<Path> found = Files.walk(folder.resolve(part))) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(folder.resolve(SECRETS)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a part of the folder that hold one of the strings, with what they hold. */
    Map<String, Set<String>> holding(String part, Needles needles) {
        Map<String, Set<String>> holding = new TreeMap<>();
        for (Path file : below(part)) {
            Set<String> found = needles.in(bytes(file));
            if (!found.isEmpty()) {
                holding.put(folder.relativize(file).toString(), found);
            }
        }
        return holding;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
