package huxiao.server.cli;

import huxiao.register.ShadowFilter.Turn;
import huxiao.server.run.Configuration;
import huxiao.server.run.ControlSocket;
import huxiao.server.run.RegisterAtRest;
import huxiao.server.run.ShadowRun;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what the shadow model would have said otherwise: asks the running server, else opens the register. */
@Command(
        name = "shadow",
        description =
                "Lists posts to which the shadow model would give another level; newest first. See docs/learning.md.",
        mixinStandardHelpOptions = true)
public final class ShadowCommand implements Callable<Integer> {
    /** One turn at a time. */
    private static final class Only {
        @Option(names = "--new-police", description = "Only posts that police would be told of, and are not.")
        private boolean newPolice;

        @Option(names = "--lost-police", description = "Only posts that police are told of, and would not be.")
        private boolean lostPolice;
    }

    @ArgGroup
    private Only only;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private LimitOption limit;

    @Mixin
    private ConfigOption config;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        Interrupt.arm();
        if (!limit.isAllowed()) {
            return Exit.USAGE;
        }
        PrintedAnswer answer = new PrintedAnswer(
                json, node -> node.has("moves") ? ShadowText.summary(node) : ShadowText.difference(node));
        long most = limit.most();
        Map<String, Object> request = Map.of("command", ShadowRun.COMMAND, "turn", turn().name(), "limit", most);
        if (!ControlSocket.ask(data.folder(), request, answer)) {
            Map<String, String> environment = System.getenv();
            try (RegisterAtRest rest = RegisterAtRest.open(
                    Configuration.read(config.files(), environment),
                    data.folder(),
                    ShadowRun.COMMAND,
                    environment,
                    Clock.systemUTC())) {
                new ShadowRun(rest.register()).run(turn(), most, answer);
            }
        }
        return answer.close();
    }

    private Turn turn() {
        if (only != null && only.newPolice) {
            return Turn.NEW_POLICE;
        }
        return only != null && only.lostPolice ? Turn.LOST_POLICE : Turn.ANY;
    }
}
