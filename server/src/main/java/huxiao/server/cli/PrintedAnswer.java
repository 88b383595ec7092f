package huxiao.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import huxiao.server.run.SearchRun;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Prints the lines of an answer as they come and remembers how it closed: {@code {"total":n}}, {@code {"error":…}}, or not at all. */
final class PrintedAnswer implements SearchRun.Lines {
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final boolean json;
    private final Function<JsonNode, String> readable;
    private String closing = "error: the server ended before its answer was complete";
    private int exit = Exit.USAGE;

    /**
     * An answer that prints to standard output.
     *
     * @param json whether lines are printed as they are
     * @param readable makes of a line what is printed else
     */
    PrintedAnswer(boolean json, Function<JsonNode, String> readable) {
        this.json = json;
        this.readable = readable;
    }

    @Override
    public void accept(String line) {
        JsonNode node = Json.tree(line);
        if (node.has("error")) {
            fail(node.get("error").asText());
        } else if (node.has("total")) {
            closing = "total " + node.get("total").asLong();
            exit = Exit.FINE;
        } else {
            out.println(json ? line : readable.apply(node));
        }
    }

    void fail(String message) {
        closing = "huxiao: " + message;
        exit = Exit.USAGE;
    }

    /** Says how it closed; the exit code. */
    int close() {
        out.flush();
        System.err.println(closing);
        return exit;
    }
}
