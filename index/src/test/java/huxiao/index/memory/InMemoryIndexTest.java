package huxiao.index.memory;

import huxiao.index.PostIndex;
import huxiao.index.PostIndexContract;
import huxiao.index.SearchContext;
import java.nio.file.Path;

class InMemoryIndexTest extends PostIndexContract {
    @Override
    protected PostIndex open(Path dir, SearchContext context) {
        return new InMemoryIndex(context);
    }
}
