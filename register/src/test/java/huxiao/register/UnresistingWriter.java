package huxiao.register;

import huxiao.register.database.EmbeddedDatabase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** A process that records posts in an embedded database, names each one that was committed, and waits to be killed. */
public final class UnresistingWriter {
    private UnresistingWriter() {}

    /** Takes the database's folder. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
        Register register = Register.open(database.settings(), World.RECEIVERS, Clock.systemUTC());
        register.putSchools(World.SCHOOLS);
        for (int i = 0; ; i++) {
            String post = "p" + i;
            register.alerts().record(World.post(post).seen());
            out.println(post);
        }
    }
}
