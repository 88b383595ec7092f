package huxiao.streaming;

import huxiao.index.IndexSettings;
import huxiao.index.PostIndex;
import huxiao.index.PostSearch;
import huxiao.index.SearchContext;
import huxiao.index.elasticsearch.ElasticsearchIndex;
import huxiao.index.elasticsearch.ElasticsearchSettings;
import huxiao.index.lucene.LuceneIndex;
import huxiao.model.config.ConfigNode;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The engine that keeps the posts, and where. Travels to every operator. */
public sealed interface IndexEngine extends Serializable {
    /** The servers given, else Lucene in a folder. */
    static IndexEngine of(Optional<ElasticsearchSettings> servers, Path folder) {
        return servers.<IndexEngine>map(Elasticsearch::new)
                .orElseGet(() -> new Lucene(folder.toAbsolutePath().toString()));
    }

    /** As section {@code index} of huxiao.yaml says, for those who read nothing else of it. */
    static IndexEngine from(ConfigNode section, Map<String, String> environment, Path folder) {
        return of(ElasticsearchSettings.from(section.section("elasticsearch"), environment), folder);
    }

    /** Under which the open engine is shared in one JVM. */
    String place();

    /** Opens it to write and search. */
    PostIndex open(SearchContext context, IndexSettings settings);

    /**
     * Opens what has been committed, to search alone.
     *
     * @throws huxiao.index.IndexMissingException when nothing has been
     */
    PostSearch openReadOnly(SearchContext context, IndexSettings settings);

    /**
     * Lucene, in this process and on this machine's disk.
     *
     * @param folder absolute path
     */
    record Lucene(String folder) implements IndexEngine {
        @Override
        public String place() {
            return folder;
        }

        @Override
        public PostIndex open(SearchContext context, IndexSettings settings) {
            return LuceneIndex.open(Path.of(folder), context, settings);
        }

        @Override
        public PostSearch openReadOnly(SearchContext context, IndexSettings settings) {
            return LuceneIndex.openReadOnly(Path.of(folder), context, settings);
        }
    }

    /** Elasticsearch, on servers of the operator's own. */
    record Elasticsearch(ElasticsearchSettings server) implements IndexEngine {
        @Override
        public String place() {
            return server.urls() + " " + server.prefix();
        }

        @Override
        public PostIndex open(SearchContext context, IndexSettings settings) {
            return ElasticsearchIndex.open(server, context, settings);
        }

        @Override
        public PostSearch openReadOnly(SearchContext context, IndexSettings settings) {
            return ElasticsearchIndex.openReadOnly(server, context, settings);
        }
    }
}
