package huxiao.streaming;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Judge;
import huxiao.index.PostIndex;
import huxiao.index.lucene.LuceneIndex;
import huxiao.model.Schools;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import huxiao.register.DatabaseSettings;
import huxiao.register.Register;
import java.nio.file.Path;
import java.util.List;

/** Opens what the job's operators and the server share, each under one key of {@link Resources}. */
public final class Openers {
    private Openers() {}
}
