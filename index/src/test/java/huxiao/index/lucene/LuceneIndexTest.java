package huxiao.index.lucene;

import huxiao.index.IndexSettings;
import huxiao.index.PostIndex;
import huxiao.index.PostIndexContract;
import huxiao.index.SearchContext;
import java.nio.file.Path;

class LuceneIndexTest extends PostIndexContract {
    @Override
    protected PostIndex open(Path dir, SearchContext context) {
        return LuceneIndex.open(dir, context, IndexSettings.DEFAULT);
    }
}
