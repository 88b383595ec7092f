package huxiao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.server.run.ControlSocket;
import huxiao.server.run.ForgetRun;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the running server forget one post, at the request of whom it concerns. */
@Command(
        name = "forget",
        description = "Deletes what is kept of one post without an alert, at the request of whom it concerns.",
        mixinStandardHelpOptions = true)
public final class ForgetCommand implements Callable<Integer> {
    @Option(names = "--post", paramLabel = "ID", required = true, description = "Id of the post.")
    private String post;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Who asked for it and why; enters the audit trail.")
    private String reason;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws IOException {
        PrintedAnswer answer = new PrintedAnswer(json, ForgetCommand::readable);
        Map<String, Object> request = Map.of("command", ForgetRun.COMMAND, "post", post, "reason", reason);
        if (!ControlSocket.ask(data.folder(), request, answer)) {
            answer.fail("no server runs over " + data.folder() + "; start it first");
        }
        return answer.close();
    }

    private static String readable(JsonNode line) {
        boolean gone = line.path("after").asLong() == 0 && !line.path("held").asBoolean();
        return "post " + line.path("post").asText()
                + (gone
                        ? " is forgotten, and no text of it is left in the index"
                        : " can no longer be found; the deletion job removes what is left of its text");
    }
}
