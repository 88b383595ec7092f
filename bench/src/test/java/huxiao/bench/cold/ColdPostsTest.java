package huxiao.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Schools;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdPostsTest {
    @TempDir
    Path folder;

    @Test
    void every_safe_row_becomes_one_post_that_holds_its_words_and_a_school_and_the_same_each_time() throws IOException {
        Path file = folder.resolve("train.csv");
        Files.writeString(
                file,
                "\uFEFF,split,topic,label,TEXT\n1,train,race,0,今天天气不错，出去走走\n2,train,race,1,骂人的话\n3,train,race,0,\"他说\"\"好\"\"\"\n");
        Schools schools = SchoolsCsv.read(ConfigFiles.builtIn().resolve("schools.csv"));
        var posts = ColdPosts.posts(file, "train", true, schools);
        assertThat(posts).hasSize(2).isEqualTo(ColdPosts.posts(file, "train", true, schools));
        assertThat(posts.get(0).get("text")).contains("今天天气不错").contains("出去走走");
        assertThat(posts).allSatisfy(post -> assertThat(schools.all())
                .anyMatch(school -> post.get("text").contains(school.name())
                        || school.aliases().stream()
                                .anyMatch(alias -> post.get("text").contains(alias))));
        assertThat(ColdPosts.posts(file, "train", false, schools)).hasSize(3);
    }
}
