package huxiao.bench.report;

import com.hankcs.hanlp.tokenizer.StandardTokenizer;
import huxiao.analysis.Judge;
import huxiao.analysis.encoder.Encoder;
import huxiao.analysis.encoder.Tokens;
import huxiao.bench.train.Example;
import huxiao.model.Post;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What each stage costs on the same texts, beside HanLP's standard segmentation. */
final class SpeedSection {
    private static final int ORDINARY = 1_000;
    private static final int HARD = 150;

    private final Judge judge;
    private final Optional<Encoder> encoder;
    /** What was computed, so that nothing is optimised away. */
    private long seen;

    SpeedSection(Judge judge, Optional<Encoder> encoder) {
        this.judge = judge;
        this.encoder = encoder;
    }

    String of(List<Example> ordinary, List<Example> hard) {
        List<Post> easy = posts(ordinary, ORDINARY);
        List<Post> difficult = posts(hard, HARD);
        Table table = new Table(
                "stage, µs a post",
                easy.size() + " rows of COLD's dev part with a school",
                difficult.size() + " texts of the test part");
        row(table, "HanLP `StandardTokenizer.segment` (the peer)", easy, difficult, this::segmenting);
        row(table, "screen", easy, difficult, this::screening);
        row(table, "reading, features, linear model", easy, difficult, this::scoring);
        encoder.ifPresent(
                it -> row(table, "encoder, each post asked once", easy, difficult, posts -> asking(it, posts)));
        row(table, "whole judgement without reasons", easy, difficult, this::judging);
        row(table, "reasons and counterfactuals on top", easy, difficult, this::explaining);
        if (seen == 0) {
            throw new IllegalStateException("nothing was computed");
        }
        return "Processor time of one thread, the machine being warm; " + characters(easy) + " and "
                + characters(difficult)
                + " characters a post. The whole judgement asks the encoder only about what passes the screen, once for every reading; "
                + "reasons are made only where there is an alert or nearly one.\n\n" + table;
    }

    private static List<Post> posts(List<Example> examples, int count) {
        return examples.subList(0, Math.min(count, examples.size())).stream()
                .map(Example::post)
                .toList();
    }

    private static String characters(List<Post> posts) {
        return String.format(
                Locale.ROOT,
                "%.0f",
                posts.stream()
                        .mapToInt(post -> post.title().length() + post.text().length())
                        .average()
                        .orElse(0));
    }

    private static void row(
            Table table, String name, List<Post> easy, List<Post> difficult, ToDoubleFunction<List<Post>> time) {
        table.row(
                name,
                String.format(Locale.ROOT, "%.0f", time.applyAsDouble(easy)),
                String.format(Locale.ROOT, "%.0f", time.applyAsDouble(difficult)));
    }

    private double segmenting(List<Post> posts) {
        return CpuTime.warmMicros(
                posts.size(),
                () -> posts.forEach(post -> seen += StandardTokenizer.segment(post.title() + "\n" + post.text())
                        .size()));
    }

    private double screening(List<Post> posts) {
        return CpuTime.warmMicros(
                posts.size(),
                () -> posts.forEach(post -> seen += judge.screen(post).worthAssessing() ? 1 : 0));
    }

    private double scoring(List<Post> posts) {
        return CpuTime.warmMicros(posts.size(), () -> posts.forEach(post -> seen += judge.scores(post).length));
    }

    private double asking(Encoder it, List<Post> posts) {
        List<Tokens> windows = posts.stream()
                .map(post -> judge.tokens(post, Encoder.vocabulary()).get(0))
                .toList();
        return CpuTime.micros(posts.size(), () -> windows.forEach(window -> seen += it.answers(window).length));
    }

    private double judging(List<Post> posts) {
        return CpuTime.micros(
                posts.size(),
                () -> posts.forEach(
                        post -> seen += judge.assessBriefly(post).reasons().size()));
    }

    /** Each post is judged without and with reasons in turn, so that the difference is not one of the machine's. */
    private double explaining(List<Post> posts) {
        double more = 0;
        for (Post post : posts) {
            more += CpuTime.micros(1, () -> seen += judge.assess(post).reasons().size());
            more -= CpuTime.micros(
                    1, () -> seen += judge.assessBriefly(post).reasons().size());
        }
        return Math.max(0, more / Math.max(1, posts.size()));
    }
}
