package huxiao.server.run;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the command line ask a running server: a Unix domain socket that only the owner of the process can reach. Requests
 * are those of {@link Questions}, one line each; the answer is lines too, the last one says that it is complete.
 */
public final class ControlSocket implements AutoCloseable {
    private static final String PREFIX = "huxiao-socket-";
    private static final String NAME = "control";
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private final Path folder;
    private final Path file;
    private final ServerSocketChannel server;
    private final Questions questions;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "control-socket");
        thread.setDaemon(true);
        return thread;
    });

    private ControlSocket(Path folder, Path file, ServerSocketChannel server, Questions questions) {
        this.folder = folder;
        this.file = file;
        this.server = server;
        this.questions = questions;
    }

    static ControlSocket open(DataFolder data, String command, Questions questions) throws IOException {
        // A socket's path is limited to about 100 bytes, which a data folder may exceed.
        Path folder = Files.createTempDirectory(PREFIX);
        Path file = folder.resolve(NAME);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(file));
        ControlSocket socket = new ControlSocket(folder, file, server, questions);
        Thread acceptor = new Thread(socket::accept, "control-socket-accept");
        acceptor.setDaemon(true);
        acceptor.start();
        data.describe(command, file.toString());
        return socket;
    }

    /**
     * Asks the process that holds a data folder for posts.
     *
     * @return false when nobody holds it or its holder takes no questions now; nothing was handed on then
     */
    public static boolean ask(Path dataFolder, String query, long limit, SearchRun.Lines lines) throws IOException {
        return ask(dataFolder, Map.of("query", query, "limit", limit), lines);
    }

    /**
     * Asks the process that holds a data folder anything of {@link Questions}.
     *
     * @return false when nobody holds it or its holder takes no questions now; nothing was handed on then
     */
    public static boolean ask(Path dataFolder, Map<String, Object> request, SearchRun.Lines lines) throws IOException {
        Optional<Path> socket = DataFolder.holder(dataFolder)
                .map(holder -> holder.getProperty("socket", ""))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
        return socket.isPresent() && askAt(socket.get(), request, lines);
    }

    /** Removes what a killed server left of its socket; nothing else, whatever the path says. */
    static void forget(String socket) throws IOException {
        Path file = Path.of(socket);
        Path folder = file.getParent();
        if (folder == null
                || !file.endsWith(NAME)
                || !folder.getFileName().toString().startsWith(PREFIX)) {
            return;
        }
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }

    private static boolean askAt(Path socket, Map<String, Object> request, SearchRun.Lines lines) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
            } catch (IOException e) {
                LOG.debug("{} cannot be reached: its server is just starting or ending", socket, e);
                return false;
            }
            answer(channel, request, lines);
            return true;
        }
    }

    private static void answer(SocketChannel channel, Map<String, Object> request, SearchRun.Lines lines)
            throws IOException {
        try (BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            BufferedWriter out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            out.write(Json.write(request));
            out.write('\n');
            out.flush();
            for (String line; (line = in.readLine()) != null; ) {
                lines.accept(line);
            }
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                threads.execute(() -> answer(channel));
            } catch (ClosedChannelException | RejectedExecutionException e) {
                return;
            } catch (IOException e) {
                LOG.warn("the control socket cannot accept; the command line must wait", e);
            }
        }
    }

    private void answer(SocketChannel channel) {
        try (channel;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8))) {
            SearchRun.Lines lines = line -> {
                out.write(line);
                out.write('\n');
            };
            try {
                JsonNode request = Json.tree(Optional.ofNullable(in.readLine()).orElse("{}"));
                questions.answer(request, lines);
            } catch (RuntimeException e) {
                LOG.warn("a question of the command line could not be answered", e);
                lines.accept(Json.write(Map.of("error", "the server could not answer: " + e)));
            }
        } catch (IOException e) {
            LOG.debug("the command line went away before its answer was complete", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the control socket " + file + " cannot be removed", e);
        }
    }
}
