package huxiao.server.cli;

import huxiao.model.config.ConfigFiles;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --config}: a folder whose files replace the built-in defaults. */
final class ConfigOption {
    @Option(names = "--config", paramLabel = "DIR", description = "Folder whose files replace the built-in defaults.")
    private Path folder;

    ConfigFiles files() {
        return folder == null ? ConfigFiles.builtIn() : ConfigFiles.over(folder);
    }
}
