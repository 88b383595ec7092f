package huxiao.streaming;

import huxiao.model.Post;
import huxiao.model.PostIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Posts from a JSON Lines file; see docs/formats.md. A line that can't be read goes to the dead letters with its cause. The
 * uid follows the file and what stands in it, so that a checkpoint is never taken for another file's.
 *
 * @param file absolute path
 * @param content length and time of the last change: what a position in the file is true for
 * @param settings the job's settings
 * @param authorKey secret under which authors are keyed
 */
public record FilePosts(String file, String content, JobSettings settings, String authorKey) implements PostSource {
    private static final long serialVersionUID = 1;

    /**
     * Posts from a file as it is now.
     *
     * @throws UncheckedIOException when it cannot be looked at
     */
    public static FilePosts of(Path file, JobSettings settings, String authorKey) {
        try {
            String content =
                    Files.size(file) + ":" + Files.getLastModifiedTime(file).toMillis();
            return new FilePosts(file.toRealPath().toString(), content, settings, authorKey);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A short name that follows the file's path. */
    public String pathName() {
        return "file-" + PostIds.sha256(file).substring(0, 12);
    }

    /** A short name that follows the file's path and content. */
    public String name() {
        return pathName() + "-" + PostIds.sha256(content).substring(0, 8);
    }

    @Override
    public DataStream<Post> open(StreamExecutionEnvironment env) {
        String name = name();
        FileSource<String> source = FileSource.forRecordStreamFormat(
                        new LineFormat(),
                        org.apache.flink.core.fs.Path.fromLocalFile(
                                Path.of(file).toFile()))
                // The default one passes over files whose names begin with a dot or an underscore.
                .setFileEnumerator(() -> new NonSplittingRecursiveEnumerator(path -> true))
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
