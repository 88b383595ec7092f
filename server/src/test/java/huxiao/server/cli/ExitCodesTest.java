package huxiao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.server.run.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodesTest {
    @TempDir
    Path folder;

    static Stream<Arguments> wrongCalls() {
        return Stream.of(
                Arguments.of(List.of(), "a command is needed"),
                Arguments.of(List.of("nosuch"), "nosuch"),
                Arguments.of(List.of("up", "--port", "x"), "--port"),
                Arguments.of(List.of("up", "--port", "99999", "--data", "DIR/data"), "0 to 65535"),
                Arguments.of(List.of("demo", "--port", "-1", "--data", "DIR/data"), "0 to 65535"),
                Arguments.of(List.of("replay"), "posts.jsonl"),
                Arguments.of(List.of("replay", "DIR/none.jsonl"), "none.jsonl"),
                Arguments.of(List.of("replay", "DIR"), "no such file"),
                Arguments.of(List.of("replay", "DIR/posts.jsonl", "--data", "DIR/posts.jsonl"), "posts.jsonl"),
                Arguments.of(List.of("score", "--config", "DIR/none"), "none"),
                Arguments.of(List.of("score", "--config", "DIR/unknown"), "huxiao.yaml:1: unknown key 'nosuch'"),
                Arguments.of(List.of("up", "--config", "DIR/unknown", "--data", "DIR/data"), "nosuch"),
                Arguments.of(List.of("up", "--config", "DIR/zero", "--data", "DIR/data"), "collectMemory"),
                Arguments.of(List.of("score", "--config", "DIR/twice"), "schools.csv:3"),
                Arguments.of(List.of("score", "DIR/none.jsonl"), "no such file"),
                Arguments.of(List.of("score", "--shadow", "DIR/none"), "DIR/none: no such folder"),
                Arguments.of(List.of("score", "--config", "DIR/model"), "models/mine"),
                Arguments.of(List.of("up", "--config", "DIR/shadow", "--data", "DIR/data"), "models/mine"),
                Arguments.of(List.of("feedback"), "--out"),
                Arguments.of(List.of("feedback", "--out", "DIR/none/rows.jsonl"), "no file can be written"),
                Arguments.of(List.of("feedback", "--out", "DIR/rows.jsonl", "--since", "yesterday"), "--since"),
                Arguments.of(List.of("feedback", "--out", "DIR/rows.jsonl", "--data", "DIR/none"), "no register"),
                Arguments.of(List.of("shadow", "--data", "DIR/none"), "no register"),
                Arguments.of(List.of("shadow", "--limit", "-1"), "--limit"),
                Arguments.of(List.of("shadow", "--new-police", "--lost-police"), "mutually exclusive"),
                Arguments.of(List.of("search"), "QUERY"),
                Arguments.of(List.of("search", "x", "--limit", "-1"), "--limit"),
                Arguments.of(List.of("search", "作业", "--data", "DIR/none"), "no index"),
                Arguments.of(List.of("search", "@DIR/posts.jsonl", "--data", "DIR/none"), "no index"));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void a_wrong_call_or_setting_exits_with_2_and_says_what_is_wrong_on_standard_error_alone(
            List<String> call, String said) throws IOException {
        Files.writeString(folder.resolve("posts.jsonl"), "{\"id\":\"1\",\"text\":\"x\"}\n");
        config("unknown", "huxiao.yaml", "nosuch: 1\n");
        config("zero", "huxiao.yaml", "pipeline: {collectMemory: 0s}\n");
        config("model", "huxiao.yaml", "analysis: {model: models/mine}\n");
        config("shadow", "huxiao.yaml", "analysis: {shadow: models/mine}\n");
        config("twice", "schools.csv", """
                code,name,type,stage,pupils,boarding,division,district,lat,lon,aliases
                A,甲小学,公办,primary,1,false,区,区,,,
                A,乙小学,公办,primary,1,false,区,区,,,
                """);
        String[] arguments = call.stream()
                .map(word -> word.replace("DIR", folder.toString()))
                .toArray(String[]::new);
        Captured run = Captured.run("", arguments);
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(said.replace("DIR", folder.toString())).doesNotContain("\tat ");
    }

    @Test
    void data_that_another_holds_exits_with_3_and_names_the_holder() throws IOException {
        Path posts = Files.writeString(folder.resolve("posts.jsonl"), "");
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("postgres"));
        try (DataFolder held = DataFolder.hold(data, "up")) {
            assertThat(held.resolve("LOCK")).exists();
            for (String[] call : new String[][] {
                {"replay", posts.toString(), "--data", data.toString()},
                {"feedback", "--out", folder.resolve("rows.jsonl").toString(), "--data", data.toString()},
                {"shadow", "--data", data.toString()},
                {"up", "--data", data.toString(), "--port", "0"},
                {"demo", "--data", data.toString(), "--port", "0"}
            }) {
                Captured run = Captured.run("", call);
                assertThat(run.exit()).isEqualTo(3);
                assertThat(run.err()).contains("huxiao up").doesNotContain("\tat ");
            }
        }
    }

    @Test
    void help_and_version_go_to_standard_output() {
        assertThat(Captured.run("", "--help").exit()).isZero();
        assertThat(Captured.run("", "--version").out()).startsWith("huxiao ");
        assertThat(Captured.run("", "score", "--help").out()).contains("--config");
    }

    private void config(String name, String file, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(name)).resolve(file), text);
    }
}
