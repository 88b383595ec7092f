package huxiao.server.notify;

import huxiao.model.config.ConfigNode;
import huxiao.register.Register;
import huxiao.register.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** A dispatcher in a process of its own, to be killed. */
final class DispatcherProcess {
    private DispatcherProcess() {}

    /** Sends until its standard input ends. Takes the database's URL and a settings file. */
    public static void main(String[] args) throws IOException {
        NotifySettings settings = NotifySettings.from(ConfigNode.read(Path.of(args[1])));
        Clock clock = Clock.systemUTC();
        Register register =
                Register.open(new DatabaseSettings(args[0], "postgres", "", 4), settings.forRegister(), clock);
        Dispatcher dispatcher = Dispatcher.start(settings, register, clock, System.getenv());
        System.in.transferTo(System.out);
        dispatcher.close();
        register.close();
    }
}
