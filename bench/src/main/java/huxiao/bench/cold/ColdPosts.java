package huxiao.bench.cold;

import huxiao.model.Json;
import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Turns the rows of COLD into posts with a school of the demo city put in: at the start, at the end or behind a comma, by the
 * row's own number, so that the same file gives the same posts. Arguments: the folder that holds {@code train.csv} and
 * {@code dev.csv}, then {@code safe} (rows labelled 0) or {@code all}. Writes JSON Lines to standard output.
 */
public final class ColdPosts {
    private static final String HOME_PAGE = "https://github.com/thu-coai/COLDataset";
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private ColdPosts() {}

    /** Runs the command. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 || !List.of("safe", "all").contains(arguments[1])) {
            System.err.println("usage: ColdPosts FOLDER safe|all   (FOLDER holds COLD's train.csv and dev.csv)");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]);
        if (!Files.isReadable(folder.resolve("train.csv"))) {
            System.err.println(folder.resolve("train.csv") + " is missing; COLD is at " + HOME_PAGE + " (Apache-2.0)");
            System.exit(2);
        }
        Schools schools = SchoolsCsv.read(ConfigFiles.builtIn().resolve("schools.csv"));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String part : List.of("train", "dev")) {
            Path file = folder.resolve(part + ".csv");
            if (Files.isReadable(file)) {
                for (Map<String, String> post : posts(file, part, arguments[1].equals("safe"), schools)) {
                    out.println(Json.write(post));
                }
            }
        }
        out.flush();
    }

    static List<Map<String, String>> posts(Path file, String part, boolean safeOnly, Schools schools)
            throws IOException {
        List<Map<String, String>> posts = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(reader)) {
                String text = row.get("TEXT").strip();
                if (!text.isEmpty() && !(safeOnly && row.get("label").equals("1"))) {
                    posts.add(post(part, row.getRecordNumber(), text, schools));
                }
            }
        }
        return posts;
    }

    private static Map<String, String> post(String part, long number, String text, Schools schools) {
        SplittableRandom random = new SplittableRandom(number);
        School school = schools.all().get(random.nextInt(schools.all().size()));
        List<String> names = new ArrayList<>(school.aliases());
        names.add(school.name());
        Map<String, String> post = new LinkedHashMap<>();
        post.put("id", "cold-" + part + "-" + number);
        post.put("text", insert(text, names.get(random.nextInt(names.size())), random));
        post.put("source", "cold");
        post.put("url", "https://cold.example/" + part + "/" + number);
        post.put("publishedAt", FIRST.plusSeconds(number * 60).toString());
        post.put("place", school.district());
        return post;
    }

    private static String insert(String text, String name, SplittableRandom random) {
        int comma = Math.max(text.indexOf('，'), text.indexOf(','));
        return switch (random.nextInt(3)) {
            case 0 -> name + "，" + text;
            case 1 -> text + "，" + name;
            default ->
                comma < 0 ? name + "，" + text : text.substring(0, comma + 1) + name + "，" + text.substring(comma + 1);
        };
    }
}
