package huxiao.server.run;

import huxiao.model.config.ConfigFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** As much of a running server as answers the command line about its register. */
public final class Serving implements AutoCloseable {
    private final RegisterAtRest rest;
    private final ControlSocket socket;

    private Serving(RegisterAtRest rest, ControlSocket socket) {
        this.rest = rest;
        this.socket = socket;
    }

    /** Serves over a data folder. */
    public static Serving over(Path folder) throws IOException {
        Configuration configuration = Configuration.read(ConfigFiles.builtIn(), Map.of());
        RegisterAtRest rest = RegisterAtRest.open(configuration, folder, "up", Map.of(), Clock.systemUTC());
        FeedbackRun feedback = new FeedbackRun(
                rest.register(), rest.secret(), configuration.group().copyDistance());
        return new Serving(
                rest,
                ControlSocket.open(
                        rest.data(), "up", new Questions(null, feedback, new ShadowRun(rest.register()), null, null)));
    }

    @Override
    public void close() {
        socket.close();
        rest.close();
    }
}
