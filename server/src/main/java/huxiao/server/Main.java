package huxiao.server;

import huxiao.model.config.ConfigException;
import huxiao.server.cli.DemoCommand;
import huxiao.server.cli.Exit;
import huxiao.server.cli.Interrupt;
import huxiao.server.cli.ReplayCommand;
import huxiao.server.cli.ScoreCommand;
import huxiao.server.cli.SearchCommand;
import huxiao.server.cli.UpCommand;
import huxiao.server.run.DataHeldException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Standard output is for data, standard error for people; exit codes are in {@link Exit}. */
@Command(
        name = "huxiao",
        description = "Finds posts that tell of danger to schools and merges them with each school's risk register.",
        subcommands = {DemoCommand.class, UpCommand.class, ScoreCommand.class, ReplayCommand.class, SearchCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "huxiao 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        // Tomcat logs through java.util.logging; one log is enough.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        int code = run(arguments);
        Interrupt.cleaned();
        System.exit(code);
    }

    /** Runs a command; returns its exit code. */
    public static int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> report(exception));
        return commandLine.execute(arguments);
    }

    private static int report(Exception exception) throws Exception {
        if (exception instanceof DataHeldException) {
            System.err.println("huxiao: " + exception.getMessage());
            return Exit.DATA_HELD;
        }
        if (exception instanceof ConfigException) {
            System.err.println("huxiao: " + exception.getMessage());
            return Exit.USAGE;
        }
        throw exception;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed");
    }
}
