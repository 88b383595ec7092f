package huxiao.server.demo;

import com.sun.net.httpserver.HttpServer;
import huxiao.model.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The demo city's web: a forum on four hosts, a newspaper and a micro-blog, to be crawled like any other site. What was
 * written before the demo's epoch is there from the start; live posts appear when their seconds have passed. The same folder
 * gives the same pages under the same URLs at every start. Thread safe.
 */
public final class DemoCity implements AutoCloseable {
    /** The port that is taken when it is free: 18081. */
    public static final int DEFAULT_PORT = 18_081;

    private static final String PORT_FILE = "demo-port";
    private static final String SOURCES_FILE = "demo-sources.yaml";
    private static final int THREADS = 4;

    private final int port;
    private final Instant epoch;
    private final Path sources;
    private final List<DemoServer> servers;
    private final ExecutorService executor;

    private DemoCity(int port, Instant epoch, Path sources, List<DemoServer> servers, ExecutorService executor) {
        this.port = port;
        this.epoch = epoch;
        this.sources = sources;
        this.servers = List.copyOf(servers);
        this.executor = executor;
    }

    /**
     * Starts the city. The port that it got is kept in {@code data/demo-port} and must be free at the next start, since the
     * ids of posts come from their URLs; the epoch is kept in {@code data/demo-epoch}.
     *
     * @param config folder with {@code posts.jsonl} and {@code sources.yaml}: {@code config/demo}
     * @param data the data folder
     * @param port port for a folder that has none yet; when it is taken a free one is used; 0 for any free one
     * @param clock what live posts and the epoch go by
     * @throws ConfigException when a file is at fault
     * @throws UncheckedIOException when no port can be had, or the folder's own port is taken
     */
    public static DemoCity start(Path config, Path data, int port, Clock clock) {
        List<DemoPost> posts = DemoPosts.read(config.resolve("posts.jsonl"));
        Instant epoch = DemoEpoch.of(data, clock);
        try {
            int chosen = choosePort(data.resolve(PORT_FILE), port);
            Path sources = data.resolve(SOURCES_FILE);
            DemoSources.write(config.resolve("sources.yaml"), sources, chosen);
            return open(posts, epoch, LoopbackPorts.bind(chosen), sources, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo city cannot start: " + e.getMessage(), e);
        }
    }

    private static DemoCity open(
            List<DemoPost> posts, Instant epoch, Map<DemoHost, HttpServer> bound, Path sources, Clock clock) {
        int port = bound.get(DemoHost.FORUM).getAddress().getPort();
        DemoTemplates templates = new DemoTemplates();
        Noise noise = new Noise();
        List<ForumThread> threads = ForumThread.of(posts);
        ExecutorService executor = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "demo-city");
            thread.setDaemon(true);
            return thread;
        });
        List<DemoServer> servers = new ArrayList<>();
        bound.forEach((host, server) -> {
            DemoSite site =
                    switch (host) {
                        case NEWS -> new NewsSite(posts, epoch, port, templates, noise);
                        case FEED -> new FeedSite(posts, epoch, port, templates);
                        case FORUM, CAMPUS, COUNTY, DISTRICTS ->
                            new ForumSite(host, threads, epoch, port, templates, noise);
                    };
            servers.add(new DemoServer(server, site, templates, clock, executor));
        });
        return new DemoCity(port, epoch, sources, servers, executor);
    }

    private static int choosePort(Path file, int wanted) throws IOException {
        if (Files.exists(file)) {
            int kept = kept(file);
            if (LoopbackPorts.isFree(kept)) {
                return kept;
            }
            throw new IOException("port " + kept + " of 127.0.0.2 to 127.0.0.7, kept in " + file
                    + ", is taken; stop what uses it, or start in a new data folder");
        }
        int port = wanted != 0 && LoopbackPorts.isFree(wanted) ? wanted : LoopbackPorts.anyFree();
        WholeFile.write(file, Integer.toString(port));
        return port;
    }

    private static int kept(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new ConfigException(file + ":1: found '" + text + "', allowed: a port from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    /** The one port of all hosts. */
    public int port() {
        return port;
    }

    /** When the demo first started in this data folder. */
    public Instant epoch() {
        return epoch;
    }

    /** The {@code sources.yaml} with which this city is crawled: the template with the hosts' addresses put in. */
    public Path sourcesFile() {
        return sources;
    }

    /** Where a person can look around: the forum's first host. */
    public String homePage() {
        return DemoHost.FORUM.baseUrl(port) + "/";
    }

    /** What all hosts were asked for since the start. */
    public RequestCounts requestCounts() {
        long total = 0;
        long notModified = 0;
        long notFound = 0;
        long forbidden = 0;
        for (DemoServer server : servers) {
            RequestCounts counts = server.counts();
            total += counts.total();
            notModified += counts.notModified();
            notFound += counts.notFound();
            forbidden += counts.forbidden();
        }
        return new RequestCounts(total, notModified, notFound, forbidden);
    }

    /** Stops all hosts. */
    @Override
    public void close() {
        servers.forEach(DemoServer::close);
        executor.shutdownNow();
    }
}
