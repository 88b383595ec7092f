package huxiao.bench.train;

import huxiao.analysis.AnalysisSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * docs/model-card.md: what the shipped model is, what it was measured to do, and what it is bad at.
 *
 * @param training rows trained on
 * @param test rows kept apart
 * @param cold rows of COLD trained on as ordinary text
 * @param terms of the lexicon
 * @param bytes of the model file
 * @param settings thresholds in force
 */
record ModelCard(int training, int test, int cold, int terms, long bytes, AnalysisSettings settings) {
    private static final String TEXT = """
            # Model card

            Written by `huxiao.bench.train.Train`; do not edit by hand. How to run it stands at the end.

            ## What it is

            A linear model over hashed features (runs of 1 to 4 characters, words, pairs and kinds of words, %d terms of the lexicon in
            groups and their meetings), %d bytes: one logistic column for danger, one each for "at least YELLOW / ORANGE / RED, if there is
            danger", one for each category, a softmax over the stances, and a smaller column for the screen. Above it stand named rules
            (`LevelRules`): floors for plain mortal danger, caps for play, exercises, elsewhere, jest, the long past and complaint.
            The score shown is the log-odds of danger; bias and reasons add up to it.

            It tells a person where to look. Nothing follows from it by itself.

            ## What it was trained on

            %d posts written by hand for this purpose (`bench/data/train`), split by topic, and %d rows of COLD (thu-coai/COLDataset,
            Apache-2.0; not part of the repository) as ordinary text, half of them with the name of a school put in. Names of schools are
            hidden from the model. Offensive is not dangerous: COLD's rows count as NONE whatever their label.

            The lexicon and the rules were written with some of these rows in view, so the figures of the left-out fifths flatter them.

            ## Never trained on: %d posts by other hands

            Written by people who saw neither the lexicon nor the training rows, with the schools of the demo city
            (`bench/data/test`; the files' SHA-256 stand beside them and a test holds them to it).
            The texts are hard on purpose: most harmless ones borrow the words of a dangerous one. A category counts as said where the
            level is above NONE.

            %s
            ## Ordinary posts

            %s

            These are comments from elsewhere on the web, in the manner of others that were trained on; harmless posts about schools that
            sound like danger raise far more: see the row NONE above.

            ## Left-out fifths of the training part

            Thresholds in force, a level being given where it is more likely than not: screen %s, any danger %s, YELLOW %s, ORANGE %s, RED %s, further categories %s.

            %s
            ## What it is bad at

            - Danger told without any of its usual words ("窗户没关", "就到这吧"), above all self-harm, and threats by allusion.
            - The border between YELLOW and ORANGE: it weighs words, not who did what to whom and when.
            - Categories with few examples: incitement, doxxing, rumours, abduction.
            - Stance: right in little more than half of the texts; views taken for eyewitness accounts are the commonest fault.
            - Words hidden by everyday characters of the same sound (享死 for 想死), by initials of no fixed code, or by shapes and parts that stand in no list.
            - A route leaves the school out only where the sentence says plainly that its staff did it.

            ## Again

            `bench/train.sh PATH_TO_COLD`, where the folder holds COLD's `train.csv` and `dev.csv`. Same rows, same seed, same file.
            """;

    void write(Path file, String figures, String leftOut, String ordinary) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                TEXT.formatted(
                        terms,
                        bytes,
                        training,
                        cold,
                        test,
                        figures,
                        ordinary,
                        settings.screen(),
                        settings.blue(),
                        settings.yellow(),
                        settings.orange(),
                        settings.red(),
                        settings.category(),
                        leftOut));
    }
}
