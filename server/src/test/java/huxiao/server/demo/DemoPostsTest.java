package huxiao.server.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoPostsTest {
    private static final String GOOD =
            "{'k':'A1','site':'forum','board':'家长圈','thread':'t','title':'题','author':'甲','day':2,'time':'08:00','text':'文'}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'k':'A1' | 'k':'A/1' | :2: k: found 'A/1'",
                "'day':2 | 'day':2 | :2: k: 'A1' stands already at line 1",
                "'k':'A1','site':'forum' | 'k':'A2','site':'wiki' | :2: site: found 'wiki'",
                "'k':'A1','site':'forum','board':'家长圈' | 'k':'A2','site':'forum','board':'没有' | :2: board: found '没有'",
                "'k':'A1','site':'forum','board':'家长圈' | 'k':'A2','site':'forum','board':'表白墙' | :2: board: the thread stands on",
                "'k':'A1' | 'k':'A2','title':'','x':1,'day':3,'y' | :2: ",
                "'k':'A1','site':'forum','board':'家长圈','thread':'t','title':'题','author':'甲','day':2 | 'k':'A2','site':'forum','board':'家长圈','thread':'t','title':'题','author':'甲','day':3 | :2: day, time: earlier",
                "'08:00' | '8:00' | :2: ",
                "'文' | '' | :2: ",
            })
    void a_bad_line_is_named(String part, String replaced, String message) throws IOException {
        Path file = folder.resolve("posts.jsonl");
        String bad = GOOD.replace(part, replaced);
        Files.writeString(file, (GOOD + "\n" + bad + "\n").replace('\'', '"'));

        assertThatThrownBy(() -> DemoPosts.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(file + message);
    }
}
