package huxiao.elasticsearch.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/** One node on loopback, the main class of its process. It dies when its standard input ends, that is with whoever started it. */
final class SingleNode {
    private static final String NAME = "test";

    private SingleNode() {}

    /** Arguments: folder with the server's modules, folder for its data, HTTP port or 0 for any. Prints the port once it answers. */
    public static void main(String[] args) throws IOException, NodeValidationException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path home = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        Path config = Files.createDirectories(folder.resolve("config"));
        Settings settings = Settings.builder()
                .put("path.home", home.toString())
                .put("path.data", folder.resolve("data").toString())
                .put("path.logs", folder.resolve("logs").toString())
                .put("cluster.name", NAME)
                .put("node.name", NAME)
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", args[2])
                .put("transport.port", "0")
                // a developer's disk may be nearly full; that must not stop a test
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
        Environment environment = new Environment(settings, config);
        LogConfigurator.configureESLogging();
        LogConfigurator.setNodeName(NAME);
        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir()), Set.of(), Map.of(), false);
        Node node = new Node(environment, plugins);
        node.start();
        out.println(node.injector()
                .getInstance(HttpServerTransport.class)
                .boundAddress()
                .publishAddress()
                .getPort());
        waitForTheEndOfInput();
        Runtime.getRuntime().halt(0);
    }

    private static void waitForTheEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // nothing is expected; only the end counts
        }
    }
}
