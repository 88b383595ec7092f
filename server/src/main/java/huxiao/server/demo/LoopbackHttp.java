package huxiao.server.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Makes the JDK's HTTP servers of the demo. */
final class LoopbackHttp {
    static {
        // The server sends head and body apart; with Nagle's algorithm the body then waits 40 ms for the client's
        // acknowledgement.
        // It reads this property when its first instance is made.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private LoopbackHttp() {}

    /** A server that is bound but not started. */
    static HttpServer bind(String address, int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(address, port), 0);
    }
}
