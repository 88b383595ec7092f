package huxiao.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --data}: the folder that holds all data, by default {@code data} in the current folder. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder that holds all data (default: ${DEFAULT-VALUE}).")
    private Path folder;

    Path folder() {
        return folder;
    }
}
