package huxiao.server.cli;

import huxiao.analysis.Judge;
import huxiao.analysis.wire.AssessmentJson;
import huxiao.analysis.wire.PostLine;
import huxiao.model.AuthorKeys;
import huxiao.model.Post;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import huxiao.streaming.Openers;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Judges posts from standard input, one line out for each line in. */
@Command(
        name = "score",
        description = "Judges posts (JSON Lines on standard input): one line out for each line in, in the same order.",
        mixinStandardHelpOptions = true)
public final class ScoreCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Override
    public Integer call() throws IOException {
        ConfigFiles files = config.files();
        Judge judge = Openers.judge(files, SchoolsCsv.read(files.resolve("schools.csv")));
        // Nothing written depends on the author, so a key that lives as long as this process will do.
        AuthorKeys keys = new AuthorKeys(SecureRandom.getSeed(16), Duration.ofDays(30));
        boolean refused = false;
        // Neither is closed here: they belong to the process.
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        String line;
        for (long number = 1; (line = in.readLine()) != null; number++) {
            try {
                Post post = PostLine.parse(line, keys, Instant.EPOCH);
                out.write(AssessmentJson.line(post, judge.assess(post)));
            } catch (IllegalArgumentException e) {
                refused = true;
                out.write(AssessmentJson.refusal(number, e.getMessage()));
            }
            out.write('\n');
            if (!in.ready()) {
                out.flush();
            }
        }
        out.flush();
        return refused ? Exit.SOME_REFUSED : Exit.FINE;
    }
}
