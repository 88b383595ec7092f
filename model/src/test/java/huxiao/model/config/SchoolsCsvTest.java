package huxiao.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.Stage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchoolsCsvTest {
    private static final String HEADER = "code,name,type,stage,pupils,boarding,division,district,lat,lon,aliases\n";

    @TempDir
    Path folder;

    @Test
    void the_demo_city_is_read_whole() {
        Schools schools = SchoolsCsv.read(ConfigFiles.builtIn().resolve("schools.csv"));
        assertThat(schools.city()).isEqualTo("沧澜");
        assertThat(schools.all()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(schools.districts()).hasSize(6);
        assertThat(schools.all())
                .filteredOn(school ->
                        school.name().endsWith("区实验小学") || school.name().endsWith("县实验小学"))
                .hasSize(3);
    }

    @Test
    void required_columns_alone_are_enough_and_bureau_and_unit_come_from_the_district() throws IOException {
        School school = read("\uFEFF" + HEADER + "7,青河市第九中学,公办,senior,,false,,东城区,,,九中；青河九中\n")
                .byCode("7")
                .orElseThrow();
        assertThat(school.educationBureau()).isEqualTo("东城区教育局");
        assertThat(school.policeUnit()).isEqualTo("东城区公安局");
        assertThat(school.aliases()).containsExactly("九中", "青河九中");
        assertThat(school.stage()).isEqualTo(Stage.SENIOR);
        assertThat(school.pupils()).isZero();
        assertThat(school.latitude()).isNaN();
    }

    @Test
    void faults_name_file_line_and_column() {
        assertFault(
                HEADER + "1,甲小学,公办,primary,1,false,,东区,,,\n1,乙小学,公办,primary,1,false,,东区,,,\n",
                ":3: code: found '1' again (first at line 2)");
        assertFault(HEADER + "1,甲小学,公办,小学,1,false,,东区,,,\n", ":2: stage: found '小学', allowed: primary, junior");
        assertFault(HEADER + "1,甲小学,公办,primary,many,false,,东区,,,\n", ":2: pupils: found 'many'");
        assertFault(HEADER + "1,甲小学,公办,primary,1,maybe,,东区,,,\n", ":2: boarding: found 'maybe'");
        assertFault(HEADER + "1,甲小学,公办,primary,1,false,,东区,99,,\n", ":2: lat: found '99'");
        assertFault(HEADER + "1,甲小学,公办,primary\n", ":2: found 4 values, allowed: 11");
        assertFault(HEADER + "1,,公办,primary,1,false,,东区,,,\n", ":2: name: is empty");
        assertFault(HEADER, "no school");
        assertFault("code,name\n1,甲\n", ":1: column 'type' is missing");
        assertFault(
                HEADER.replace("aliases", "aliases,colour") + "1,甲小学,公办,primary,1,false,,东区,,,,red\n",
                "unknown column 'colour'");
        assertFault(
                HEADER.replace("aliases", "aliases,campus_of") + "1,甲小学,公办,primary,1,false,,东区,,,,9\n",
                ":2: campus_of: found '9'");
    }

    @Test
    void a_file_in_another_charset_is_refused_by_name() throws IOException {
        Path file = folder.resolve("schools.csv");
        Files.write(file, (HEADER + "1,甲小学,公办,primary,1,false,,东区,,,\n").getBytes(Charset.forName("GBK")));
        assertThatThrownBy(() -> SchoolsCsv.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("not UTF-8");
    }

    private void assertFault(String csv, String message) {
        assertThatThrownBy(() -> read(csv)).isInstanceOf(ConfigException.class).hasMessageContaining(message);
    }

    private Schools read(String csv) throws IOException {
        Path file = folder.resolve("schools.csv");
        Files.writeString(file, csv, StandardCharsets.UTF_8);
        return SchoolsCsv.read(file);
    }
}
