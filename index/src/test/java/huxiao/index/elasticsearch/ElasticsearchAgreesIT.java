package huxiao.index.elasticsearch;

import huxiao.index.EngineAgreement;
import huxiao.index.IndexSettings;
import huxiao.index.PostIndex;
import huxiao.index.SearchRequest;
import huxiao.index.TestCity;
import huxiao.index.query.Query;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Elasticsearch answers as the readable engine does. */
class ElasticsearchAgreesIT extends EngineAgreement {
    private static PostIndex index;

    @BeforeContainer
    static void writeThePosts() {
        index = written(TestServer.openNew(TestCity.CONTEXT, IndexSettings.DEFAULT));
    }

    @AfterContainer
    static void close() {
        index.close();
    }

    @Property(tries = 300)
    void every_page_is_the_right_one(@ForAll("queries") Query query, @ForAll("requests") SearchRequest shape) {
        givesTheRightAnswer(index, query, shape);
    }

    @Property(tries = 30)
    void every_stream_is_the_right_one(@ForAll("queries") Query query) {
        streamsTheRightPosts(index, query);
    }
}
