package huxiao.analysis;

import huxiao.model.Level;
import huxiao.model.config.ConfigException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A trained linear model with the blend that was fitted for it and the program's encoder, and what both were measured to raise:
 * {@code model.bin.gz}, {@code blend.properties}, {@code police-alarms.properties}. Immutable, thread safe.
 *
 * @param name the first twelve hexadecimal digits of the SHA-256 of the files, one after the other
 * @param model the linear model
 * @param blend how it and the encoder are brought to one answer
 * @param alarms police alarms on ordinary posts by threshold
 */
public record ModelFolder(String name, LinearModel model, Blend blend, AlarmCurve alarms) {
    /** File of the linear model. */
    public static final String MODEL = "model.bin.gz";

    /** File of the blend. */
    public static final String BLEND = "blend.properties";

    /** File of the measured false alarms. */
    public static final String ALARMS = "police-alarms.properties";

    private static final String SHIPPED = "/huxiao/analysis/";
    private static final int NAME = 12;
    private static final long LARGEST = 256L << 20;

    /** What the settings choose: a folder, relative to that of the configuration, or the model that ships with the program. */
    static ModelFolder of(AnalysisSettings settings, Path configDir) {
        String chosen = settings.models().model();
        return chosen.isEmpty() ? shipped() : read(configDir.resolve(chosen), settings.encoder());
    }

    /** The model that ships with the program. */
    public static ModelFolder shipped() {
        try {
            byte[] model = resource(MODEL);
            byte[] blend = resource(BLEND);
            byte[] alarms = resource(ALARMS);
            return new ModelFolder(name(model, blend, alarms), linear(model), blend(blend), alarms(alarms));
        } catch (IOException e) {
            throw new UncheckedIOException("the model that ships with the program cannot be read", e);
        }
    }

    /**
     * Reads a folder.
     *
     * @param encoder whether the blend must also say how the encoder takes part
     * @throws ConfigException naming the file, what is wrong with it and what is needed
     */
    public static ModelFolder read(Path folder, boolean encoder) {
        if (!Files.isDirectory(folder)) {
            throw new ConfigException(folder + ": no such folder; a folder of a model holds " + MODEL + ", " + BLEND
                    + " and " + ALARMS + ", as bench/train.sh --out writes them");
        }
        byte[] model = bytes(folder.resolve(MODEL));
        byte[] blend = bytes(folder.resolve(BLEND));
        byte[] alarms = bytes(folder.resolve(ALARMS));
        ModelFolder read = new ModelFolder(
                name(model, blend, alarms),
                parsed(folder.resolve(MODEL), () -> linear(model)),
                parsed(folder.resolve(BLEND), () -> blend(blend)),
                parsed(folder.resolve(ALARMS), () -> alarms(alarms)));
        List<String> missing =
                needed(encoder).stream().filter(key -> !read.blend.has(key)).toList();
        if (!missing.isEmpty()) {
            throw new ConfigException(folder.resolve(BLEND) + ": nothing is said of " + String.join(", ", missing)
                    + "; needed are three numbers for each, as bench/train.sh --out writes them");
        }
        return read;
    }

    private static LinearModel linear(byte[] file) throws IOException {
        return LinearModel.read(new ByteArrayInputStream(file));
    }

    private static Blend blend(byte[] file) throws IOException {
        return Blend.read(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8));
    }

    private static AlarmCurve alarms(byte[] file) throws IOException {
        return AlarmCurve.read(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8));
    }

    /** Reading one of the files. */
    @FunctionalInterface
    private interface Parsing<T> {
        T run() throws IOException;
    }

    private static <T> T parsed(Path file, Parsing<T> parsing) {
        try {
            return parsing.run();
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException(
                    file + ": cannot be used: " + e.getMessage()
                            + "; needed is a file as bench/train.sh --out of this version writes it",
                    e);
        }
    }

    private static List<String> needed(boolean encoder) {
        List<String> keys = new ArrayList<>();
        for (boolean together : encoder ? List.of(false, true) : List.of(false)) {
            for (Level level : Level.values()) {
                if (level != Level.NONE) {
                    keys.add(Blend.key(together, level.name()));
                }
            }
            keys.add(Blend.key(together, "category"));
        }
        if (encoder) {
            keys.add(Blend.key(true, "stance"));
        }
        return keys;
    }

    private static byte[] bytes(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ConfigException(file + ": no such file; bench/train.sh --out writes it");
            }
            if (Files.size(file) > LARGEST) {
                throw new ConfigException(file + ": found " + Files.size(file) + " bytes, allowed: at most " + LARGEST);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ModelFolder.class.getResourceAsStream(SHIPPED + name)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + name + " is missing from the class path");
            }
            return in.readAllBytes();
        }
    }

    private static String name(byte[]... files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] file : files) {
                digest.update(file);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, NAME);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
