package huxiao.server.cli;

import huxiao.analysis.Judge;
import huxiao.analysis.wire.AssessmentJson;
import huxiao.analysis.wire.PostLine;
import huxiao.model.AuthorKeys;
import huxiao.model.Post;
import huxiao.model.Schools;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import huxiao.server.run.Configuration;
import huxiao.streaming.LineReader;
import huxiao.streaming.Openers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges posts, one line out for each line in; with a second model, one for each on which the two differ. */
@Command(
        name = "score",
        description = "Judges posts (JSON Lines): one line out for each line in, in the same order.",
        mixinStandardHelpOptions = true)
public final class ScoreCommand implements Callable<Integer> {
    private static final int LINES_BETWEEN_CHECKS = 1000;

    @Parameters(paramLabel = "posts.jsonl", arity = "0..1", description = "The file of posts; standard input without.")
    private Path file;

    @Option(
            names = "--shadow",
            paramLabel = "DIR",
            description = "Write only the posts to which the model of this folder would give another level.")
    private Path shadow;

    @Mixin
    private ConfigOption config;

    @Override
    public Integer call() throws IOException {
        if (file == null) {
            return score(System.in);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            System.err.println("huxiao: " + file + ": no such file, or not readable");
            return Exit.USAGE;
        }
        try (InputStream posts = Files.newInputStream(file)) {
            return score(posts);
        }
    }

    private int score(InputStream posts) throws IOException {
        ConfigFiles files = config.files();
        Configuration.checkSections(files);
        Schools schools = SchoolsCsv.read(files.resolve("schools.csv"));
        Judge judge = Openers.judge(files, schools);
        // Nothing written depends on the author, so a key that lives as long as this process will do.
        AuthorKeys keys = new AuthorKeys(SecureRandom.getSeed(AuthorKeys.SHORTEST_SECRET), Duration.ofDays(30));
        Optional<ShadowScore> compared = Optional.ofNullable(shadow)
                .map(folder -> new ShadowScore(judge, Openers.shadow(files, schools, folder), keys));
        boolean refused = false;
        // Neither is closed here: they belong to the process.
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        LineReader in = new LineReader(new WaitingInput(posts, out::flush));
        long number = 0;
        for (Optional<String> line = in.next(); line.isPresent(); line = in.next()) {
            number++;
            try {
                Optional<String> judged = compared.isPresent()
                        ? compared.get().line(line.get())
                        : Optional.of(judged(line.get(), keys, judge));
                if (judged.isPresent()) {
                    out.write(judged.get());
                    out.write('\n');
                }
            } catch (IllegalArgumentException e) {
                refused = true;
                out.write(AssessmentJson.refusal(number, e.getMessage()));
                out.write('\n');
            }
            if (number % LINES_BETWEEN_CHECKS == 0 && isRefused(out)) {
                break;
            }
        }
        if (isRefused(out)) {
            System.err.println("huxiao: standard output takes no more; stopped after line " + number);
            return Exit.USAGE;
        }
        compared.ifPresent(score -> System.err.println(score.summary()));
        return refused ? Exit.SOME_REFUSED : Exit.FINE;
    }

    private static String judged(String line, AuthorKeys keys, Judge judge) {
        if (LineReader.isTooLong(line)) {
            throw new IllegalArgumentException(LineReader.tooLong());
        }
        Post post = PostLine.parse(line, keys, Instant.EPOCH);
        return AssessmentJson.line(post, judge.assess(post));
    }

    /** A full disk or a reader that is gone: System.out throws nothing. */
    private static boolean isRefused(BufferedWriter out) throws IOException {
        out.flush();
        return System.out.checkError();
    }
}
