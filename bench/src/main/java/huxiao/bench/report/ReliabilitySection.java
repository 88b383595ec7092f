package huxiao.bench.report;

import huxiao.model.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** How far the judge's probabilities can be believed on the test part. */
final class ReliabilitySection {
    private static final String FILE = "docs/reliability.svg";

    private final Reliability danger = new Reliability("any danger, by the models");
    private final Reliability police = new Reliability("police, by the models");
    private final Reliability shown = new Reliability("any danger, as shown");

    ReliabilitySection(Models models, List<Judged> test) {
        for (Judged judged : test) {
            Models.Outlook outlook = models.together(judged.example().post());
            boolean isDanger = judged.example().level() != Level.NONE;
            danger.add(Call.probability(outlook.danger()), isDanger);
            police.add(
                    Call.probability(outlook.police()), judged.example().level().isPolice());
            shown.add(Call.probability(judged.said().score()), isDanger);
        }
    }

    /** Writes the diagram and says what is in it. */
    String write(Path home) throws IOException {
        List<Reliability> all = List.of(danger, police, shown);
        Files.writeString(home.resolve(FILE), ReliabilityDiagram.svg(all), StandardCharsets.UTF_8);
        return "![Reliability diagram: probability said against share observed](reliability.svg)\n\n"
                + "The models' probabilities are those of the text as it is written, before rules and other readings; as shown they "
                + "are the score that the console shows, where a rule that decides moves it past the threshold.\n\n"
                + all.stream().map(Reliability::markdown).collect(Collectors.joining("\n"));
    }
}
