package huxiao.server.cli;

import huxiao.server.run.Accounts;
import huxiao.server.run.Configuration;
import huxiao.server.run.DataFolder;
import huxiao.server.run.Secrets;
import huxiao.server.run.Service;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the service with the operator's configuration. */
@Command(
        name = "up",
        description = "Starts the service: console, API, crawl, delivery.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Mixin
    private DataOption data;

    @Option(names = "--port", paramLabel = "N", description = "Port of console and API; 0 takes a free one.")
    private Integer port;

    @Override
    public Integer call() throws Exception {
        Interrupt.arm();
        Map<String, String> environment = System.getenv();
        Configuration read = Configuration.read(config.files(), environment);
        Configuration configuration = port == null ? read : read.withPort(port);
        try (DataFolder folder = DataFolder.hold(data.folder(), "up");
                Service service = Service.start(configuration, folder, "up", environment, Clock.systemUTC())) {
            Secrets secrets = new Secrets(folder.resolve(Service.SECRETS), environment);
            if (Accounts.makeFirstAdministrator(service.register().accounts(), secrets)) {
                System.err.println(
                        "huxiao: first start: account admin was made; its password is that of HUXIAO_ADMIN_PASSWORD, or"
                                + " stands under that name in " + folder.resolve(Service.SECRETS));
            }
            System.err.println("huxiao: console at " + service.address() + " (Ctrl-C ends)");
            Interrupt.await();
        }
        return Exit.FINE;
    }
}
