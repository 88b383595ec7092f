package huxiao.server.cli;

import huxiao.server.run.Accounts;
import huxiao.server.run.Configuration;
import huxiao.server.run.DataFolder;
import huxiao.server.run.Demo;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the service beside the demo city and says what to look at. */
@Command(
        name = "demo",
        description = "Starts everything embedded, beside a fictional city that is really crawled.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port of console and API (default: ${DEFAULT-VALUE}); 0 takes a free one.")
    private int port;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws Exception {
        Configuration.checkPort(port);
        Interrupt.arm();
        PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (DataFolder folder = DataFolder.hold(data.folder(), "demo");
                Demo demo =
                        Demo.start(folder, Demo.Ports.withConsole(port), System.getenv(), Clock.systemUTC(), console)) {
            console.println(welcome(demo));
            Interrupt.await();
        }
        return Exit.FINE;
    }

    private static String welcome(Demo demo) {
        StringBuilder text = new StringBuilder();
        String url = demo.service().address();
        text.append("\nHuxiao 护校  ").append(url).append("\n\n");
        text.append("  login     password                          who\n");
        for (Accounts.Login login : demo.logins()) {
            text.append(String.format("  %-9s %s  %s%n", login.login(), login.password(), login.what()));
        }
        text.append("\n  API key of ").append(demo.school().name()).append(": ").append(demo.schoolKey());
        text.append("\n  API       ").append(url).append("/api/v1/docs");
        text.append("\n  the city  ").append(demo.city().homePage()).append("   (fictional; crawled like any site)");
        text.append("\n  receiver  ")
                .append(demo.receiver().homePage())
                .append("   (prints a line for each signed webhook)");
        text.append(
                        "\n\nLook at: the alert list as analyst; within a minute a red alert at 运东区东关小学 appears there and at the receiver.")
                .append(
                        "\nThen at the school's page as police, and at its hazards as school. Ctrl-C ends; a second start goes on.\n");
        return text.toString();
    }
}
