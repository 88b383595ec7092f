package huxiao.server;

import huxiao.index.IndexLockedException;
import huxiao.model.config.ConfigException;
import huxiao.server.cli.DemoCommand;
import huxiao.server.cli.Exit;
import huxiao.server.cli.FeedbackCommand;
import huxiao.server.cli.ForgetCommand;
import huxiao.server.cli.Interrupt;
import huxiao.server.cli.ReindexCommand;
import huxiao.server.cli.ReplayCommand;
import huxiao.server.cli.ScoreCommand;
import huxiao.server.cli.SearchCommand;
import huxiao.server.cli.ShadowCommand;
import huxiao.server.cli.UpCommand;
import huxiao.server.run.DataHeldException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Standard output is for data, standard error for people; exit codes are in {@link Exit}. */
@Command(
        name = "huxiao",
        description = "Finds posts that tell of danger to schools and merges them with each school's risk register.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ScoreCommand.class,
            ReplayCommand.class,
            SearchCommand.class,
            FeedbackCommand.class,
            ShadowCommand.class,
            ReindexCommand.class,
            ForgetCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "huxiao 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        // Tomcat logs through java.util.logging; one log is enough.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Interrupt.ownProcess();
        int code = Exit.USAGE;
        try {
            code = run(arguments);
        } catch (Error e) {
            System.err.println("huxiao: stopped: " + e);
            e.printStackTrace();
        }
        Interrupt.cleaned();
        System.exit(code);
    }

    /** Runs a command; returns its exit code. */
    public static int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        // A query may begin with @; it names no file of arguments.
        commandLine.setExpandAtFiles(false);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> report(exception));
        return commandLine.execute(arguments);
    }

    private static int report(Exception exception) {
        Throwable fault = exception instanceof ExecutionException && exception.getCause() != null
                ? exception.getCause()
                : exception;
        if (fault instanceof DataHeldException || fault instanceof IndexLockedException) {
            System.err.println("huxiao: " + fault.getMessage());
            return Exit.DATA_HELD;
        }
        if (Interrupt.isAsked()) {
            System.err.println("huxiao: interrupted; what was committed is kept");
            return Exit.USAGE;
        }
        Optional<String> taken = portTaken(fault);
        if (taken.isPresent()) {
            System.err.println("huxiao: " + taken.get());
        } else if (fault instanceof ConfigException
                || fault instanceof IOException
                || fault instanceof UncheckedIOException
                || fault instanceof IllegalStateException) {
            System.err.println("huxiao: " + (fault.getMessage() == null ? fault : fault.getMessage()));
            LOG.debug("stopped by", fault);
        } else {
            System.err.println("huxiao: stopped by a fault of the program; please report it with what follows");
            fault.printStackTrace();
        }
        return Exit.USAGE;
    }

    private static Optional<String> portTaken(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return Optional.of("port " + taken.getPort() + " is taken; choose another with --port");
            }
        }
        return Optional.empty();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is needed");
    }
}
