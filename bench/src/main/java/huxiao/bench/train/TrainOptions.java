package huxiao.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the training is asked for: {@code HOME COLD [--feedback FILE] [--out DIR]}.
 *
 * @param home the repository
 * @param cold the folder with COLD's train.csv and dev.csv
 * @param feedback rows of officers' decisions, as {@code huxiao feedback} writes them; taken in only for a folder of their own, since
 *     the model that ships can be trained again by anybody and holds nobody's real words
 * @param out where a bureau's own model goes; empty for the model that ships with the program
 */
record TrainOptions(Path home, Path cold, Optional<Path> feedback, Optional<Path> out) {
    private static final String USAGE = """
            usage: Train HOME COLD [--feedback FILE] [--out DIR]
            COLD: the folder with train.csv and dev.csv of github.com/thu-coai/COLDataset
            FILE: rows as bin/huxiao feedback writes them; needs --out
            DIR: where the model goes instead of into the program; no card and no gate are written then""";

    /**
     * Reads the arguments.
     *
     * @throws WrongUseException saying what is wrong and how it is used
     */
    static TrainOptions of(String... args) {
        List<Path> places = new ArrayList<>();
        Optional<Path> feedback = Optional.empty();
        Optional<Path> out = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--feedback" -> feedback = Optional.of(value(args, ++i));
                case "--out" -> out = Optional.of(value(args, ++i));
                default -> places.add(Path.of(args[i]));
            }
        }
        if (places.size() != 2) {
            throw wrong("found " + places.size() + " folders");
        }
        if (!Files.isRegularFile(places.get(1).resolve("train.csv"))) {
            throw wrong(places.get(1) + ": there is no train.csv");
        }
        if (feedback.isPresent() && !Files.isRegularFile(feedback.get())) {
            throw wrong("--feedback: found " + feedback.get() + ", allowed: a file");
        }
        if (feedback.isPresent() && out.isEmpty()) {
            throw wrong("--feedback needs --out: the model that ships is trained on rows that everybody has");
        }
        return new TrainOptions(places.get(0), places.get(1), feedback, out);
    }

    private static Path value(String[] args, int at) {
        if (at >= args.length) {
            throw wrong(args[at - 1] + ": its value is missing");
        }
        return Path.of(args[at]);
    }

    private static WrongUseException wrong(String what) {
        return new WrongUseException(what + "\n" + USAGE);
    }

    /** What is wrong with the arguments, and how they are used. */
    static final class WrongUseException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongUseException(String message) {
            super(message);
        }
    }

    /** Whether the model is the one that ships, with its card and its gate. */
    boolean isForProgram() {
        return out.isEmpty();
    }

    /** The rows of the repository with those of the decisions behind them. */
    List<Example> rows(List<Example> own) throws IOException {
        List<Example> all = new ArrayList<>(own);
        if (feedback.isPresent()) {
            all.addAll(Examples.file(feedback.get()));
        }
        return List.copyOf(all);
    }

    /** How many of all rows come from decisions, to be said apart; {@code all} as {@link #rows} gave them. */
    Optional<String> counted(List<Example> all) throws IOException {
        if (feedback.isEmpty()) {
            return Optional.empty();
        }
        int decided = Examples.file(feedback.get()).size();
        List<Example> rows = all.subList(all.size() - decided, all.size());
        long kept = rows.stream().filter(Split::isForCalibration).count();
        return Optional.of(
                "among them from decisions: " + (decided - kept) + " to learn from, " + kept + " to calibrate on");
    }

    /** The folder that the model is written into, made where it is missing. */
    Path target(Path program) throws IOException {
        return out.isEmpty() ? program : Files.createDirectories(out.get());
    }
}
