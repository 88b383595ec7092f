package huxiao.index.lucene;

import huxiao.index.EngineAgreement;
import huxiao.index.IndexSettings;
import huxiao.index.PostIndex;
import huxiao.index.SearchRequest;
import huxiao.index.TestCity;
import huxiao.index.query.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Lucene answers as the readable engine does. */
class LuceneAgreesTest extends EngineAgreement {
    private static Path folder;
    private static PostIndex index;

    @BeforeContainer
    static void writeThePosts() throws IOException {
        folder = Files.createTempDirectory("lucene");
        index = written(LuceneIndex.open(folder, TestCity.CONTEXT, IndexSettings.DEFAULT));
    }

    @AfterContainer
    static void removeTheFolder() throws IOException {
        index.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 1_500)
    void every_page_is_the_right_one(@ForAll("queries") Query query, @ForAll("requests") SearchRequest shape) {
        givesTheRightAnswer(index, query, shape);
    }

    @Property(tries = 100)
    void every_stream_is_the_right_one(@ForAll("queries") Query query) {
        streamsTheRightPosts(index, query);
    }
}
