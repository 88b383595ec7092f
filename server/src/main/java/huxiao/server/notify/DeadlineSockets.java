package huxiao.server.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * Sockets that are all closed when a deadline passes. The mail library bounds each read but not the conversation, and a server
 * that says one line every few seconds could hold it for ever.
 */
final class DeadlineSockets extends SocketFactory implements AutoCloseable {
    private static final ScheduledExecutorService ALARM = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "notify-mail-deadline");
        thread.setDaemon(true);
        return thread;
    });

    private final List<Socket> open = new ArrayList<>();
    private final ScheduledFuture<?> alarm;
    private boolean over;

    DeadlineSockets(Duration limit) {
        alarm = ALARM.schedule(this::close, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (over) {
            throw new IOException("the time for this mail is up");
        }
        Socket socket = new Socket();
        open.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    /** Closes every socket handed out; what is being read or written on them fails at once. */
    @Override
    public synchronized void close() {
        over = true;
        alarm.cancel(false);
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException("a socket that can't be closed", e);
            }
        }
    }
}
