package huxiao.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arrows between modules point down only. */
@AnalyzeClasses(packages = "huxiao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule the_model_depends_on_no_other_module = noClasses()
            .that()
            .resideInAPackage("huxiao.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "huxiao.crawler..",
                    "huxiao.analysis..",
                    "huxiao.index..",
                    "huxiao.register..",
                    "huxiao.streaming..",
                    "huxiao.server..");

    @ArchTest
    static final ArchRule the_crawler_depends_on_the_model_alone =
            dependsOnModelAlone("huxiao.crawler..", "huxiao.analysis..", "huxiao.index..", "huxiao.register..");

    @ArchTest
    static final ArchRule analysis_depends_on_the_model_alone =
            dependsOnModelAlone("huxiao.analysis..", "huxiao.crawler..", "huxiao.index..", "huxiao.register..");

    @ArchTest
    static final ArchRule the_index_depends_on_the_model_alone =
            dependsOnModelAlone("huxiao.index..", "huxiao.crawler..", "huxiao.analysis..", "huxiao.register..");

    @ArchTest
    static final ArchRule the_register_depends_on_the_model_alone =
            dependsOnModelAlone("huxiao.register..", "huxiao.crawler..", "huxiao.analysis..", "huxiao.index..");

    @ArchTest
    static final ArchRule the_job_knows_no_server = noClasses()
            .that()
            .resideInAPackage("huxiao.streaming..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("huxiao.server..");

    @ArchTest
    static final ArchRule judging_does_no_input_or_output_over_the_network_and_knows_no_database = noClasses()
            .that()
            .resideInAPackage("huxiao.analysis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.sql..", "org.apache.flink..");

    @ArchTest
    static final ArchRule grouping_and_merging_know_no_flink = noClasses()
            .that()
            .resideInAnyPackage("huxiao.streaming.group..", "huxiao.streaming.merge..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    /** Console and API are one web application and count as one part. */
    @ArchTest
    static final ArchRule the_parts_of_the_server_form_no_circle =
            slices().assignedFrom(new PartsOfTheServer()).should().beFreeOfCycles();

    private static ArchRule dependsOnModelAlone(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("huxiao.streaming..", "huxiao.server..");
    }

    private static final class PartsOfTheServer implements SliceAssignment {
        private static final Pattern PART = Pattern.compile("huxiao\\.server\\.(\\w+).*");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            Matcher part = PART.matcher(type.getPackageName());
            if (!part.matches()) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(part.group(1).equals("api") ? "web" : part.group(1));
        }

        @Override
        public String getDescription() {
            return "parts of the server";
        }
    }
}
