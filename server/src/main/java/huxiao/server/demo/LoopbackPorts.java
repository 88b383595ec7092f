package huxiao.server.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;

/** Finds one port that is free on all hosts of the demo city, and binds it. */
final class LoopbackPorts {
    private static final int ATTEMPTS = 50;

    private LoopbackPorts() {}

    /**
     * Whether the port is free on every host. Tried with plain sockets, because a JDK HTTP server that was bound but never
     * started keeps its port.
     *
     * @throws IOException when a host's address does not exist on this machine
     */
    static boolean isFree(int port) throws IOException {
        for (DemoHost host : DemoHost.values()) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(host.address(), port));
            } catch (BindException e) {
                if (String.valueOf(e.getMessage()).contains("assign requested address")) {
                    throw new IOException(
                            "the demo city needs 127.0.0.2 to 127.0.0.7; where they are absent (macOS), add each, as in"
                                    + " 'sudo ifconfig lo0 alias " + host.address() + "'",
                            e);
                }
                return false;
            }
        }
        return true;
    }

    /**
     * A port that is free on every host.
     *
     * @throws IOException when none is found
     */
    static int anyFree() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port;
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(DemoHost.FORUM.address(), 0));
                port = probe.getLocalPort();
            }
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no port is free on all of 127.0.0.2 to 127.0.0.7");
    }

    /** Servers on the port, bound but not started. */
    static Map<DemoHost, HttpServer> bind(int port) throws IOException {
        Map<DemoHost, HttpServer> servers = new EnumMap<>(DemoHost.class);
        for (DemoHost host : DemoHost.values()) {
            servers.put(host, LoopbackHttp.bind(host.address(), port));
        }
        return servers;
    }
}
