package huxiao.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import huxiao.index.elasticsearch.ScriptedServer.Answer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a writer does when a server refuses or is in trouble; the answers are those of a real one. */
@Timeout(60)
class BulkWriterTest {
    private static final Pattern ID = Pattern.compile("\"_id\":\"(\\w+)\"");

    private final List<List<String>> requests = new ArrayList<>();

    @Test
    void only_documents_that_a_busy_server_turned_away_are_sent_again() {
        Deque<Integer> statusOfB = new ArrayDeque<>(List.of(429, 503, 201));
        BulkWriter.Outcome outcome =
                write(ids -> items(ids, id -> id.equals("b") ? statusOfB.remove() : 201), "a", "b", "c");
        assertThat(requests).containsExactly(List.of("a", "b", "c"), List.of("b"), List.of("b"));
        assertThat(outcome.changed()).isEqualTo(3);
        assertThat(outcome.refused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_request_that_a_server_in_trouble_turned_away_is_sent_again(int status) {
        Deque<Integer> trouble = new ArrayDeque<>(List.of(status, status));
        BulkWriter.Outcome outcome = write(
                ids -> trouble.isEmpty() ? items(ids, id -> 201) : failure(trouble.remove(), "trouble"), "a", "b");
        assertThat(requests).hasSize(3);
        assertThat(outcome.changed()).isEqualTo(2);
    }

    @Test
    void a_document_that_is_refused_is_named_with_the_cause_and_not_sent_again() {
        BulkWriter.Outcome outcome = write(ids -> items(ids, id -> id.equals("b") ? 400 : 201), "a", "b", "c");
        assertThat(requests).hasSize(1);
        assertThat(outcome.changed()).isEqualTo(2);
        assertThat(outcome.refused()).containsOnlyKeys("b");
        assertThat(outcome.refused().get("b")).contains("the very cause");
    }

    @Test
    void a_request_too_large_is_parted_down_to_the_document_that_no_server_takes() {
        BulkWriter.Outcome outcome = write(
                ids -> ids.size() > 2 || ids.contains("d") ? failure(413, "too large") : items(ids, id -> 201),
                "a",
                "b",
                "c",
                "d",
                "e");
        assertThat(outcome.changed()).isEqualTo(4);
        assertThat(outcome.refused()).containsOnlyKeys("d");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void a_server_that_does_not_let_us_write_is_not_asked_again(int status) {
        assertThatThrownBy(() -> write(ids -> failure(status, "security_exception"), "a"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("security_exception");
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_request_holds_a_thousand_documents_or_five_mebibytes_or_one_document() {
        String[] many = IntStream.range(0, 2_500).mapToObj(i -> "p" + i).toArray(String[]::new);
        assertThat(write(ids -> items(ids, id -> 201), many).changed()).isEqualTo(2_500);
        assertThat(requests).extracting(List::size).containsExactly(1_000, 1_000, 500);

        requests.clear();
        Stream<BulkWriter.Write> large =
                Stream.of(2, 2, 2, 9, 1).map(mebibytes -> write("m" + mebibytes, mebibytes << 20));
        write(ids -> items(ids, id -> 201), large);
        assertThat(requests).extracting(List::size).containsExactly(2, 1, 1, 1);
    }

    private BulkWriter.Outcome write(Function<List<String>, Answer> script, String... ids) {
        return write(script, Stream.of(ids).map(id -> write(id, 2)));
    }

    private BulkWriter.Outcome write(Function<List<String>, Answer> script, Stream<BulkWriter.Write> writes) {
        try (ScriptedServer server = new ScriptedServer(body -> {
                    List<String> ids =
                            ID.matcher(body).results().map(id -> id.group(1)).toList();
                    requests.add(ids);
                    return script.apply(ids);
                });
                Connection connection = new Connection(TestServer.settings(server.url(), "scripted"))) {
            return new BulkWriter(connection, "scripted").write(writes.iterator());
        }
    }

    private static BulkWriter.Write write(String id, int bytes) {
        BinaryData document = BinaryData.of("{}".getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON);
        return new BulkWriter.Write(
                id,
                BulkOperation.of(bulk ->
                        bulk.index(index -> index.index("scripted").id(id).document(document))),
                bytes);
    }

    private static Answer failure(int status, String type) {
        return new Answer(
                status,
                "{'error':{'root_cause':[{'type':'" + type + "','reason':'r'}],'type':'" + type
                        + "','reason':'r'},'status':" + status + "}");
    }

    private static Answer items(List<String> ids, Function<String, Integer> status) {
        String items = ids.stream().map(id -> item(id, status.apply(id))).collect(Collectors.joining(","));
        return new Answer(200, "{'took':1,'errors':false,'items':[" + items + "]}");
    }

    private static String item(String id, int status) {
        String outcome = status < 300
                ? "'result':'created','_version':1,'_seq_no':0,'_primary_term':1"
                : "'error':{'type':'outer','reason':'r','caused_by':{'type':'inner','reason':'the very cause'}}";
        return "{'index':{'_index':'scripted','_id':'" + id + "','status':" + status + "," + outcome + "}}";
    }
}
