package huxiao.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.index.AlertState;
import huxiao.index.IndexUnavailableException;
import huxiao.index.IndexedPost;
import huxiao.index.PostFixture;
import huxiao.index.elasticsearch.ScriptedServer.Answer;
import huxiao.model.AlertStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done when the shard that holds where alerts stand does not answer; the answers are those of a real server. */
@Timeout(60)
class KnownAlertsTest {
    private static final IndexedPost POST = PostFixture.post("p").alert("a").build();
    private static final Answer MADE =
            new Answer(200, "{'acknowledged':true,'shards_acknowledged':true,'index':'scripted-posts-alerts'}");
    private static final Answer REJECTED = new Answer(
            200,
            "{'docs':[{'_index':'i','_id':'a','_version':2,'_seq_no':0,'_primary_term':1,'found':true,"
                    + "'_source':{'alert':'a','status':'rejected','revision':2,'mergedInto':'','told':0}}]}");

    @Test
    void a_shard_that_is_starting_is_waited_for() {
        Deque<Answer> answers = new ArrayDeque<>(List.of(
                failure("no_shard_available_action_exception"),
                failure("no_shard_available_action_exception"),
                REJECTED));
        assertThat(applied(answers)).containsExactly(POST.in(AlertState.of("a", AlertStatus.REJECTED, 2)));
        assertThat(answers).isEmpty();
    }

    @Test
    void an_index_that_somebody_deleted_is_not_waited_for() {
        Deque<Answer> answers = new ArrayDeque<>(List.of(failure("index_not_found_exception")));
        assertThatThrownBy(() -> applied(answers))
                .isInstanceOf(IndexUnavailableException.class)
                .hasMessageContaining("index_not_found_exception");
    }

    private static List<IndexedPost> applied(Deque<Answer> answers) {
        try (ScriptedServer server =
                        new ScriptedServer(request -> request.contains("\"ids\"") ? answers.remove() : MADE);
                Connection connection = new Connection(TestServer.settings(server.url(), "scripted"))) {
            Layout layout = new Layout(connection, "scripted", Duration.ofSeconds(1));
            return new KnownAlerts(connection, layout, Clock.systemUTC()).applied(List.of(POST));
        }
    }

    private static Answer failure(String type) {
        return new Answer(
                200,
                "{'docs':[{'_index':'i','_id':'a','error':{'root_cause':[{'type':'" + type + "','reason':'r'}],'type':'"
                        + type + "','reason':'r'}}]}");
    }
}
