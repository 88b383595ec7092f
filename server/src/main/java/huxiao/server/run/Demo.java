package huxiao.server.run;

import huxiao.model.School;
import huxiao.model.config.ConfigFiles;
import huxiao.server.demo.DemoCity;
import huxiao.server.demo.DemoSeed;
import huxiao.server.demo.WebhookReceiver;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service beside the demo city, which is crawled like any site, and a receiver that checks what it is sent. */
public final class Demo implements AutoCloseable {
    private static final String WEBHOOK_SECRET = "HUXIAO_DEMO_WEBHOOK_SECRET";
    private static final String SCHOOL = "CL014";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final DemoCity city;
    private final WebhookReceiver receiver;
    private final Service service;
    private final List<Accounts.Login> logins;
    private final School school;
    private final String schoolKey;

    private Demo(DataFolder data, Ports wanted, Map<String, String> environment, Clock clock, PrintStream console)
            throws Exception {
        try {
            Ports ports = wanted.console() == 0 ? wanted.withFreeConsole() : wanted;
            ConfigFiles builtIn = ConfigFiles.builtIn();
            Path config = builtIn.defaults().resolve("demo");
            Secrets secrets = new Secrets(data.resolve(Service.SECRETS), environment);
            Map<String, String> withSecret = new HashMap<>(environment);
            withSecret.put(WEBHOOK_SECRET, webhookSecret(secrets));
            city = keep(DemoCity.start(config, data.resolve("."), ports.city(), clock));
            receiver = keep(WebhookReceiver.start(
                    data.resolve("."), ports.receiver(), withSecret.get(WEBHOOK_SECRET), clock, console));
            ConfigFiles files = ConfigFiles.over(writeConfiguration(config, data, ports.console()));
            Configuration configuration = Configuration.read(files, withSecret).withPort(ports.console());
            school = configuration.schools().byCode(SCHOOL).orElseThrow();
            service = keep(Service.start(configuration, data, "demo", withSecret, clock));
            DemoSeed.read(config.resolve("seed.json"), city.epoch(), configuration.schools())
                    .enterInto(service.register(), "demo");
            logins = Accounts.demo(service.register().accounts(), secrets, school);
            schoolKey = Accounts.demoKey(service.register().accounts(), secrets, school);
        } catch (Exception | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Ports to listen on; 0 takes a free one, and so does one that is taken, but for the console's.
     *
     * @param console console and API
     * @param city the demo city's hosts
     * @param receiver the webhook receiver
     */
    public record Ports(int console, int city, int receiver) {
        /** The demo's own ports, with another one for the console. */
        public static Ports withConsole(int console) {
            return new Ports(console, DemoCity.DEFAULT_PORT, 18_090);
        }

        /** The console's port must be known before it is bound, since notifications link to it. */
        Ports withFreeConsole() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return new Ports(socket.getLocalPort(), city, receiver);
            }
        }
    }

    /** Starts the city, the receiver and the service. */
    public static Demo start(
            DataFolder data, Ports ports, Map<String, String> environment, Clock clock, PrintStream console)
            throws Exception {
        return new Demo(data, ports, environment, clock, console);
    }

    /** The service. */
    public Service service() {
        return service;
    }

    /** The city that is crawled. */
    public DemoCity city() {
        return city;
    }

    /** The receiver that is told. */
    public WebhookReceiver receiver() {
        return receiver;
    }

    /** One login for each role. */
    public List<Accounts.Login> logins() {
        return logins;
    }

    /** The school whose officer may log in. */
    public School school() {
        return school;
    }

    /** That school's API key. */
    public String schoolKey() {
        return schoolKey;
    }

    private Path writeConfiguration(Path template, DataFolder data, int consolePort) throws IOException {
        Path folder = Files.createDirectories(data.resolve("demo-config"));
        Files.copy(city.sourcesFile(), folder.resolve("sources.yaml"), StandardCopyOption.REPLACE_EXISTING);
        String notify = Files.readString(template.resolve("notify.yaml"), StandardCharsets.UTF_8)
                .replace("${console}", "http://127.0.0.1:" + consolePort)
                .replace("${receiver}", receiver.url());
        Files.writeString(folder.resolve("notify.yaml"), notify, StandardCharsets.UTF_8);
        return folder;
    }

    private static String webhookSecret(Secrets secrets) {
        byte[] random = secrets.get(WEBHOOK_SECRET).getBytes(StandardCharsets.US_ASCII);
        return "whsec_" + Base64.getEncoder().encodeToString(random);
    }

    private <T extends AutoCloseable> T keep(T part) {
        open.push(part);
        return part;
    }

    @Override
    public void close() {
        Closing.all(open);
    }
}
