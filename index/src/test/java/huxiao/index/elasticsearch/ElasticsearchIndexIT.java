package huxiao.index.elasticsearch;

import huxiao.index.IndexSettings;
import huxiao.index.PostIndex;
import huxiao.index.PostIndexContract;
import huxiao.index.SearchContext;
import java.nio.file.Path;

class ElasticsearchIndexIT extends PostIndexContract {
    @Override
    protected PostIndex open(Path dir, SearchContext context) {
        return TestServer.openNew(context, IndexSettings.DEFAULT);
    }
}
