package huxiao.model.config;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files that an operator edits. A file present in {@code dir} replaces the built-in default whole; one that is missing
 * there is taken from {@code defaults}.
 *
 * @param dir the operator's folder
 * @param defaults the built-in folder {@code config/}
 */
public record ConfigFiles(Path dir, Path defaults) {
    /**
     * Checks both folders.
     *
     * @throws ConfigException when one of them is no folder
     */
    public ConfigFiles {
        for (Path folder : new Path[] {dir, defaults}) {
            if (!Files.isDirectory(folder)) {
                throw new ConfigException(folder + ": no such folder; a folder with configuration files is needed");
            }
        }
    }

    /** The built-in defaults alone, below the folder that system property {@code huxiao.home} names. */
    public static ConfigFiles builtIn() {
        Path defaults = defaultsFolder();
        return new ConfigFiles(defaults, defaults);
    }

    /** The operator's folder over the built-in defaults. */
    public static ConfigFiles over(Path dir) {
        return new ConfigFiles(dir, defaultsFolder());
    }

    private static Path defaultsFolder() {
        return Path.of(System.getProperty("huxiao.home", ".")).resolve("config");
    }

    /** Where a file or folder of that name is to be read. */
    public Path resolve(String name) {
        Path own = dir.resolve(name);
        return Files.exists(own) ? own : defaults.resolve(name);
    }
}
