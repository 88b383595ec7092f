package huxiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdTextsTest {
    @TempDir
    Path folder;

    @Test
    void reads_texts_as_they_are_and_knows_those_that_speak_of_a_school() throws IOException {
        Path csv = folder.resolve("dev.csv");
        Files.writeString(csv, "\uFEFF,split,topic,label,TEXT\n1,dev,race,0,\"他说\"\"好\"\"\"\n2,dev,race,1,隔壁中学的\n");
        assertThat(ColdTexts.read(csv)).containsExactly("他说\"好\"", "隔壁中学的");
        assertThat(ColdTexts.read(csv).stream().filter(ColdTexts::namesSchool)).containsExactly("隔壁中学的");
    }
}
