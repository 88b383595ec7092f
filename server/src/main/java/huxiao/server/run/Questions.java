package huxiao.server.run;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import huxiao.register.ShadowFilter.Turn;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * What the command line may ask a running server. A request is one line: {@code {"query":…,"limit":n}} searches, {@code
 * {"command":"feedback","since":…}} exports decisions, {@code {"command":"shadow","turn":…,"limit":n}} lists differences of models,
 * {@code {"command":"reindex","from":…,"prefix":…}} fills the index from another one, {@code
 * {"command":"forget","post":…,"reason":…}} forgets a post.
 */
final class Questions {
    private final SearchRun search;
    private final FeedbackRun feedback;
    private final ShadowRun shadow;
    private final ReindexRun reindex;
    private final ForgetRun forget;

    Questions(SearchRun search, FeedbackRun feedback, ShadowRun shadow, ReindexRun reindex, ForgetRun forget) {
        this.search = search;
        this.feedback = feedback;
        this.shadow = shadow;
        this.reindex = reindex;
        this.forget = forget;
    }

    void answer(JsonNode request, SearchRun.Lines lines) throws IOException {
        String command = request.path("command").asText("");
        switch (command) {
            case "" ->
                search.run(request.path("query").asText(), request.path("limit").asLong(-1), lines);
            case FeedbackRun.COMMAND ->
                feedback.run(Instant.parse(request.path("since").asText()), lines);
            case ShadowRun.COMMAND ->
                shadow.run(
                        Turn.valueOf(request.path("turn").asText()),
                        request.path("limit").asLong(-1),
                        lines);
            case ReindexRun.COMMAND ->
                reindex.run(
                        request.path("from").asText(), request.path("prefix").asText(), lines);
            case ForgetRun.COMMAND ->
                forget.run(request.path("post").asText(), request.path("reason").asText(), lines);
            default -> lines.accept(Json.write(Map.of("error", "the running server does not know '" + command + "'")));
        }
    }
}
