package huxiao.bench.report;

import huxiao.analysis.Judge;
import huxiao.bench.train.Example;
import huxiao.model.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What each part of the judge adds, on the test part. */
final class AblationSection {
    private static final String HEAD = """
            First ways to judge the text as it is written, by models alone: no rules, no other readings of hidden words, no guard that
            keeps views from the police. All that learn were taught our training rows, and rows of COLD as ordinary text (the encoders
            2,000 of them, the others 8,000); all are cut at one half.

            - **Keywords**: what programs do that look for words: any term of danger of our lexicon (two characters or more) together with a
              school's name or a word for one is an alert; for the police where the term is one of weapon, act, threat, incitement,
              self-harm or abduction.
            - **Lexicon groups**: logistic regression on which groups of the lexicon occur and which occur together.
            - **Linear model**: the shipped one, calibrated alone.
            - **Frozen encoder**: bge-small-zh-v1.5 as it was published, in float32; logistic regression on its first token and the mean of
              all its tokens.
            - **Fine-tuned encoder**: the shipped one alone, asked about every text, calibrated on the same rows as the blend.
            - **Blend**: both, the encoder being asked where the text passes the screen.

            Then the whole program, and the same with a part left out or put in.
            """;

    private final Material material;
    private final Judge judge;
    private final Remembered shipped;
    private final Models models;
    private final AblationFile file;

    AblationSection(Material material, Remembered shipped, Models models, AblationFile file) {
        this.material = material;
        this.judge = material.judge();
        this.shipped = shipped;
        this.models = models;
        this.file = file;
    }

    String markdown() {
        List<String> notes = new ArrayList<>();
        Table table = Variant.table();
        Keywords keywords = new Keywords(material.lexicon(), material.schools());
        measure(keywords::call).row(table, "keywords");
        TwoHeads groups = groups(keywords);
        measure(post -> groups.call(keywords.features(post))).row(table, "lexicon groups");
        measure(post -> models.linear(post).call()).row(table, "linear model");
        apart(table, notes, AblationFile.FROZEN, "frozen encoder, small head", "bench/train.sh --encoder");
        if (material.encoder().isPresent()) {
            measure(post -> models.encoder(post).call()).row(table, "fine-tuned encoder");
            measure(post -> models.together(post).call()).row(table, "blend");
        }
        Function<Post, Call> whole = post -> Call.of(judge.assessBriefly(post).level());
        untimed(post -> Call.of(shipped.assess(post).level()))
                .taking(Variant.micros(whole, material.test()))
                .row(table, "**as shipped**");
        Judge linear = material.withoutEncoder();
        measure(post -> Call.of(linear.assessBriefly(post).level())).row(table, "shipped without the encoder");
        Judge asWritten = judge.asWritten();
        measure(post -> Call.of(asWritten.assessBriefly(post).level())).row(table, "shipped without other readings");
        apart(
                table,
                notes,
                AblationFile.DEPENDENCIES,
                "shipped with CoreNLP's dependencies",
                "HUXIAO_PROFILE=corenlp bench/run huxiao.bench.report.Dependencies HOME");
        notes.add(
                "Cloaked: texts for the police with their danger words hidden in turn by every trick that applies, as in the table of "
                        + "tricks.");
        return HEAD + "\n" + table + "\n" + String.join("\n\n", notes) + "\n";
    }

    private Variant measure(Function<Post, Call> way) {
        return Variant.measure(way, material.lexicon(), material.test());
    }

    private Variant untimed(Function<Post, Call> way) {
        return Variant.untimed(way, material.lexicon(), material.test());
    }

    private TwoHeads groups(Keywords keywords) {
        List<Example> taught = new ArrayList<>(material.lessons());
        taught.addAll(material.ordinary());
        return TwoHeads.fit(taught, features(keywords, taught), material.kept(), features(keywords, material.kept()));
    }

    private static List<float[]> features(Keywords keywords, List<Example> examples) {
        return examples.stream()
                .map(example -> keywords.features(example.post()))
                .toList();
    }

    private void apart(Table table, List<String> notes, String key, String name, String command) {
        Optional<Variant> variant = file.variant(key);
        if (variant.isEmpty()) {
            notes.add(name + ": not measured; `" + command + "` does.");
            return;
        }
        variant.get().row(table, name + " ¹");
        if (notes.isEmpty()) {
            notes.add("¹ Measured apart (`bench/data/ablation.properties`).");
        }
        notes.add(String.format(
                Locale.ROOT,
                "%s: by `%s`, the models having learnt from %d rows%s.",
                name,
                command,
                file.rows(key),
                file.rows(key) == material.lessons().size()
                        ? ""
                        : "; the others learnt from " + material.lessons().size()));
    }
}
