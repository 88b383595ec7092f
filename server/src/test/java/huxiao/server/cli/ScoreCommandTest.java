package huxiao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.analysis.Judge;
import huxiao.model.Json;
import huxiao.streaming.LineReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    private static final String POST = "{\"id\":\"1\",\"text\":\"附小的作业真多\"}\n";

    @TempDir
    Path folder;

    @Test
    void there_is_one_line_out_for_each_line_in_in_the_same_order_and_the_same_bytes_again() {
        String in = "\ufeff" + POST + "\r\n" + POST.replace("\n", "\r\n") + "no json\n{\"id\":5,\"text\":\"\"}\n"
                + "{\"id\":\"long\",\"text\":\"" + "长".repeat(LineReader.LONGEST) + "\"}\n"
                + POST.strip();
        Captured first = Captured.run(in, "score");
        assertThat(first.exit()).isEqualTo(Exit.SOME_REFUSED);
        assertThat(first.lines()).hasSize(7);
        assertThat(first.lines().get(0))
                .isEqualTo(first.lines().get(2))
                .isEqualTo(first.lines().get(6));
        assertThat(first.lines().get(0)).startsWith("{\"id\":\"1\",\"level\":");
        for (int line : new int[] {2, 4, 5, 6}) {
            JsonNode refusal = Json.tree(first.lines().get(line - 1));
            assertThat(refusal.get("id").isNull()).isTrue();
            assertThat(refusal.get("line").asInt()).isEqualTo(line);
            assertThat(refusal.get("error").asText()).isNotBlank();
        }
        assertThat(Captured.run(in, "score").out()).isEqualTo(first.out());
    }

    @Test
    @Timeout(30)
    void what_is_judged_is_written_before_waiting_even_when_half_a_line_has_come() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PipedOutputStream driver = new PipedOutputStream();
        try (PipedInputStream in = new PipedInputStream(driver, 1 << 16)) {
            Future<Captured> run = thread.submit(() -> Captured.run(in, out, "score"));
            send(driver, POST + POST + "{\"id\":\"half\",");
            await().atMost(10, TimeUnit.SECONDS)
                    .until(() -> out.toString(StandardCharsets.UTF_8).lines().count() == 2);
            send(driver, "\"text\":\"x\"}\r\n");
            await().atMost(10, TimeUnit.SECONDS)
                    .until(() -> out.toString(StandardCharsets.UTF_8).lines().count() == 3);
            driver.close();
            assertThat(run.get(10, TimeUnit.SECONDS).exit()).isZero();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    @Timeout(60)
    void an_endless_input_ends_when_nobody_takes_the_output() {
        InputStream endless = new InputStream() {
            private final byte[] post = POST.getBytes(StandardCharsets.UTF_8);
            private int next;

            @Override
            public int read() {
                return post[next++ % post.length];
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    bytes[offset + i] = (byte) read();
                }
                return length;
            }

            @Override
            public int available() {
                return 1;
            }
        };
        InputStream oldIn = System.in;
        PrintStream oldOut = System.out;
        try {
            System.setIn(endless);
            System.setOut(new PrintStream(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("Broken pipe");
                }
            }));
            assertThat(huxiao.server.Main.run("score")).isEqualTo(Exit.USAGE);
        } finally {
            System.setIn(oldIn);
            System.setOut(oldOut);
        }
    }

    @Test
    void schools_of_another_city_alone_are_configuration_enough() throws IOException {
        Files.writeString(
                folder.resolve("schools.csv"),
                String.join(
                        "\r\n",
                        "\ufeffcode,name,type,stage,pupils,boarding,division,district,lat,lon,aliases",
                        "H1,滨河市第一中学,公办,senior,2000,true,滨河市河东区,河东区,,,滨河一中;一中",
                        "H2,滨河市河西区实验小学,公办,primary,900,false,河西区,河西区,38.1,115.5,",
                        ""));
        Captured run = Captured.run("""
                {"id":"1","text":"滨河市一中食堂又吃坏肚子了"}
                {"id":"2","text":"东关小学的作业真多"}
                """, "score", "--config", folder.toString());
        assertThat(run.exit()).isZero();
        assertThat(Json.tree(run.lines().get(0))
                        .path("schools")
                        .path(0)
                        .path("code")
                        .asText())
                .isEqualTo("H1");
        assertThat(Json.tree(run.lines().get(1)).path("schools")).isEmpty();
    }

    @Test
    void with_a_second_model_only_posts_with_another_level_are_written_and_the_counts_told() throws IOException {
        Path model = Files.createDirectory(folder.resolve("eager"));
        for (String name : new String[] {"model.bin.gz", "police-alarms.properties"}) {
            Files.write(model.resolve(name), shipped(name));
        }
        Files.writeString(
                model.resolve("blend.properties"),
                new String(shipped("blend.properties"), StandardCharsets.UTF_8)
                        .replaceAll("(?m)^(\\w+\\.(BLUE|YELLOW|ORANGE|RED)) = .*$", "$1 = 9 0 0"));
        Path posts = Files.writeString(
                folder.resolve("posts.jsonl"),
                "{\"id\":\"1\",\"author\":\"李四的账号\",\"text\":\"星湖小学今天午饭有红烧肉，问13812345678\"}\nno json\n");
        Captured same = Captured.run("", "score", "--shadow", copyOfShipped().toString(), posts.toString());
        assertThat(same.exit()).isEqualTo(Exit.SOME_REFUSED);
        assertThat(same.lines()).as("the refusal alone").hasSize(1);
        Captured run = Captured.run("", "score", "--shadow", model.toString(), posts.toString());
        JsonNode difference = Json.tree(run.lines().get(0));
        assertThat(difference.get("before").asText()).isEqualTo("NONE");
        assertThat(difference.get("after").asText()).isNotEqualTo("NONE");
        assertThat(difference.get("excerpt").asText()).contains("红烧肉").doesNotContain("13812345678");
        assertThat(run.out()).doesNotContain("李四");
        assertThat(run.err()).contains("judged by both 1", "differing 1", "lost police 0");
    }

    private Path copyOfShipped() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : new String[] {"model.bin.gz", "blend.properties", "police-alarms.properties"}) {
            Files.write(copy.resolve(name), shipped(name));
        }
        return copy;
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream in = Judge.class.getResourceAsStream("/huxiao/analysis/" + name)) {
            return in.readAllBytes();
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
