package huxiao.server.run;

import huxiao.analysis.AnalysisSettings;
import huxiao.crawler.SourcesFile;
import huxiao.index.IndexSettings;
import huxiao.index.elasticsearch.ElasticsearchSettings;
import huxiao.model.Place;
import huxiao.model.Schools;
import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.PlacesCsv;
import huxiao.model.config.SchoolsCsv;
import huxiao.register.database.DatabaseSettings;
import huxiao.server.notify.NotifySettings;
import huxiao.server.web.ServerSettings;
import huxiao.streaming.IndexEngine;
import huxiao.streaming.JobSettings;
import huxiao.streaming.group.GroupSettings;
import huxiao.streaming.merge.RiskSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that an operator may edit, read and checked at once before anything starts.
 *
 * @param files where it was read
 * @param schools schools.csv
 * @param places places.csv beside it, empty without one
 * @param analysis section analysis of huxiao.yaml
 * @param index section index
 * @param elasticsearch section index.elasticsearch: servers of the operator's own; empty for the embedded engine
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
        List<Place> places,
        AnalysisSettings analysis,
        IndexSettings index,
        Optional<ElasticsearchSettings> elasticsearch,
        Optional<DatabaseSettings> database,
        JobSettings.Pipeline pipeline,
        GroupSettings group,
        RiskSettings risk,
        RetentionSettings retention,
        ServerSettings server,
        NotifySettings notification,
        SourcesFile sources) {
    private static final List<String> SECTIONS =
            List.of("analysis", "index", "register", "pipeline", "group", "risk", "retention", "server");

    /**
     * Reads every file.
     *
     * @throws huxiao.model.config.ConfigException naming file, line, key, what was found and what is allowed
     */
    public static Configuration read(ConfigFiles files, Map<String, String> environment) {
        ConfigNode huxiao = ConfigNode.read(files.resolve("huxiao.yaml"));
        NotifySettings notification = NotifySettings.from(ConfigNode.read(files.resolve("notify.yaml")));
        Schools schools = SchoolsCsv.read(files.resolve("schools.csv"));
        Configuration configuration = new Configuration(
                files,
                schools,
                PlacesCsv.beside(files.resolve("schools.csv"), schools),
                AnalysisSettings.from(huxiao.section("analysis")),
                IndexSettings.from(huxiao.section("index")),
                ElasticsearchSettings.from(huxiao.section("index").section("elasticsearch"), environment),
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

    /**
     * Checks huxiao.yaml's sections by name, for commands that read but one of them.
     *
     * @throws huxiao.model.config.ConfigException when there is one that nobody knows
     */
    public static void checkSections(ConfigFiles files) {
        ConfigNode huxiao = ConfigNode.read(files.resolve("huxiao.yaml"));
        SECTIONS.forEach(huxiao::section);
        huxiao.rejectUnknownKeys();
    }

    /**
     * Checks a port given on the command line.
     *
     * @throws huxiao.model.config.ConfigException when there is no such port
     */
    public static void checkPort(int port) {
        if (port < 0 || port > 65_535) {
            throw new ConfigException("--port: found " + port + ", allowed: 0 to 65535");
        }
    }

    /** Which engine keeps the posts: the servers of the section, else Lucene in a data folder. */
    IndexEngine engine(DataFolder data) {
        return IndexEngine.of(elasticsearch, data.resolve("index"));
    }

    /**
     * The same with another port for console and API; 0 takes a free one.
     *
     * @throws huxiao.model.config.ConfigException when there is no such port
     */
    public Configuration withPort(int port) {
        checkPort(port);
        return new Configuration(
                files,
                schools,
                places,
                analysis,
                index,
                elasticsearch,
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
