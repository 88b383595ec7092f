package huxiao.streaming;

import huxiao.model.Post;
import java.io.Serializable;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A source of posts: crawl, file or queue. */
public interface PostSource extends Serializable {
    /** Adds the source to a job; every operator it adds has a uid of its own. */
    DataStream<Post> open(StreamExecutionEnvironment env);
}
