package huxiao.server.cli;

import huxiao.server.run.Configuration;
import huxiao.server.run.DataFolder;
import huxiao.server.run.Replay;
import huxiao.streaming.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends a file of posts through the whole pipeline and ends by itself. */
@Command(
        name = "replay",
        description = "Sends posts (JSON Lines) through the whole pipeline into index and register, then ends.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "posts.jsonl", description = "The file of posts.")
    private Path file;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws Exception {
        Interrupt.arm();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            System.err.println("huxiao: " + file + ": no such file, or not readable");
            return Exit.USAGE;
        }
        Map<String, String> environment = System.getenv();
        Configuration configuration = Configuration.read(config.files(), environment);
        try (DataFolder folder = DataFolder.hold(data.folder(), "replay")) {
            Summary summary = Replay.run(configuration, folder, file, environment, Clock.systemUTC());
            System.out.print(summary.text());
            System.out.flush();
            return summary.refused() > 0 ? Exit.SOME_REFUSED : Exit.FINE;
        }
    }
}
