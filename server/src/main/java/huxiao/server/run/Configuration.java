package huxiao.server.run;

import huxiao.analysis.AnalysisSettings;
import huxiao.crawler.SourcesFile;
import huxiao.index.IndexSettings;
import huxiao.model.Schools;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import huxiao.register.database.DatabaseSettings;
import huxiao.server.notify.NotifySettings;
import huxiao.server.web.ServerSettings;
import huxiao.streaming.JobSettings;
import huxiao.streaming.group.GroupSettings;
import huxiao.streaming.merge.RiskSettings;
import java.util.Map;
import java.util.Optional;

/**
 * All that an operator may edit, read and checked at once before anything starts.
 *
 * @param files where it was read
 * @param schools schools.csv
 * @param analysis section analysis of huxiao.yaml
 * @param index section index
 * @param database section register: a PostgreSQL server of the operator's own; empty for the embedded one
 * @param pipeline section pipeline
 * @param group section group
 * @param risk section risk
 * @param retention section retention
 * @param server section server
 * @param notification notify.yaml
 * @param sources sources.yaml
 */
public record Configuration(
        ConfigFiles files,
        Schools schools,
        AnalysisSettings analysis,
        IndexSettings index,
        Optional<DatabaseSettings> database,
        JobSettings.Pipeline pipeline,
        GroupSettings group,
        RiskSettings risk,
        RetentionSettings retention,
        ServerSettings server,
        NotifySettings notification,
        SourcesFile sources) {
    /**
     * Reads every file.
     *
     * @throws huxiao.model.config.ConfigException naming file, line, key, what was found and what is allowed
     */
    public static Configuration read(ConfigFiles files, Map<String, String> environment) {
        ConfigNode huxiao = ConfigNode.read(files.resolve("huxiao.yaml"));
        NotifySettings notification = NotifySettings.from(ConfigNode.read(files.resolve("notify.yaml")));
        Configuration configuration = new Configuration(
                files,
                SchoolsCsv.read(files.resolve("schools.csv")),
                AnalysisSettings.from(huxiao.section("analysis")),
                IndexSettings.from(huxiao.section("index")),
                DatabaseSettings.from(huxiao.section("register"), environment),
                JobSettings.Pipeline.from(huxiao.section("pipeline"), notification.maxAge()),
                GroupSettings.from(huxiao.section("group")),
                RiskSettings.from(huxiao.section("risk")),
                RetentionSettings.from(huxiao.section("retention")),
                ServerSettings.from(huxiao.section("server")),
                notification,
                SourcesFile.read(files.resolve("sources.yaml")));
        huxiao.rejectUnknownKeys();
        return configuration;
    }

    /** The same with another port for console and API; 0 takes a free one. */
    public Configuration withPort(int port) {
        return new Configuration(
                files,
                schools,
                analysis,
                index,
                database,
                pipeline,
                group,
                risk,
                retention,
                server.withPort(port),
                notification,
                sources);
    }
}
