package huxiao.streaming;

import huxiao.model.Post;
import huxiao.model.PostIds;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Posts from a JSON Lines file; see docs/formats.md. A line that can't be read goes to the dead letters with its cause. The
 * uid follows the file, so that a checkpoint of one file is never taken for another's.
 *
 * @param file absolute path
 * @param settings the job's settings
 * @param authorKey secret under which authors are keyed
 */
public record FilePosts(String file, JobSettings settings, String authorKey) implements PostSource {
    private static final long serialVersionUID = 1;

    /** A short name that follows the file's path. */
    public String name() {
        return "file-" + PostIds.sha256(file).substring(0, 12);
    }

    @Override
    public DataStream<Post> open(StreamExecutionEnvironment env) {
        String name = name();
        FileSource<String> source = FileSource.forRecordStreamFormat(
                        new TextLineInputFormat("UTF-8"),
                        org.apache.flink.core.fs.Path.fromLocalFile(
                                Path.of(file).toFile()))
                .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), name)
                .uid(name)
                .setParallelism(1)
                .process(new ReadLine(settings, file, authorKey))
                .uid(name + "-lines")
                .name("lines")
                .setParallelism(1);
    }
}
