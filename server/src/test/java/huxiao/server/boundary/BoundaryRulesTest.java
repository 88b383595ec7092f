package huxiao.server.boundary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import huxiao.index.PostIndex;
import huxiao.model.Alert;
import huxiao.model.Post;
import huxiao.register.AlertBook;
import huxiao.register.Register;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;

/** What the code has no way to do: to remove or hide a post, or to look one up by who wrote it. */
@AnalyzeClasses(packages = "huxiao", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryRulesTest {
    private static final Path HOME = Path.of(System.getProperty("huxiao.home"));
    private static final Pattern REMOVING = Pattern.compile(
            "(?i)^(delete|remove|hide|purge|suppress|censor|unpublish|drop|erase|clear|redact|take_?down).*");

    @ArchTest
    static final ArchRule only_the_deletion_job_and_a_request_to_be_forgotten_remove_posts_from_the_index = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("huxiao.server.run.Retention")
            .and()
            .doNotHaveFullyQualifiedName("huxiao.server.run.ForgetRun")
            .and()
            .resideOutsideOfPackage("huxiao.index..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("PostIndex.delete… is called") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().isAssignableTo(PostIndex.class)
                            && call.getName().startsWith("delete");
                }
            });

    @ArchTest
    static final ArchRule only_they_make_the_register_forget = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("huxiao.server.run.Retention")
            .and()
            .doNotHaveFullyQualifiedName("huxiao.server.run.ForgetRun")
            .and()
            .resideOutsideOfPackage("huxiao.register..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("Register.forget… is called") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().isEquivalentTo(Register.class)
                            && call.getName().startsWith("forget");
                }
            });

    @ArchTest
    static final ArchRule no_address_of_the_server_deletes = methods()
            .should()
            .notBeAnnotatedWith(DeleteMapping.class)
            .andShould()
            .notBeAnnotatedWith(PatchMapping.class);

    /** Api, console and mail take what they show from records without an author; only these may ask a post for it. */
    @ArchTest
    static final ArchRule nothing_that_answers_people_reads_the_author_of_a_post = noClasses()
            .that()
            .resideInAnyPackage("huxiao.server..", "huxiao.analysis..", "huxiao.index..", "huxiao.streaming..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("Post.author is called") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().isEquivalentTo(Post.class)
                            && call.getName().equals("author");
                }
            });

    @Test
    void no_method_of_the_register_removes_or_hides_an_alert() {
        assertThat(Stream.of(AlertBook.class, Register.class)
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .map(Method::getName))
                .contains("forget", "record", "decide")
                .noneMatch(name -> REMOVING.matcher(name).matches());
    }

    @Test
    void rows_of_posts_and_alerts_are_deleted_by_retention_alone() throws IOException {
        Map<String, List<String>> deleting = matching(
                "register/src/main/java", Pattern.compile("(?i)\\b(delete\\s+from|truncate\\s+(table\\s+)?\\w+)\\b"));
        assertThat(deleting.keySet()).containsExactly("Retention.java");
        assertThat(matching("server/src/main/java", Pattern.compile("(?i)\"\\s*(delete|update|insert)\\s+\\w+")))
                .isEmpty();
    }

    @Test
    void no_query_and_no_index_of_the_register_names_an_author() throws IOException {
        assertThat(matching("register/src/main/resources", Pattern.compile("(?i)author|作者")))
                .isEmpty();
        assertThat(matching("register/src/main/resources", Pattern.compile("(?i)index[^;]*\\(\\s*post\\b")))
                .isEmpty();
        // The one place where a record's author passes on its way into jsonb.
        Map<String, List<String>> naming =
                matching("register/src/main/java", Pattern.compile("(?i)(->>?|#>>?)\\s*'|\\bauthor\\b(?!'s)"));
        assertThat(naming).isEqualTo(Map.of("Storable.java", List.of("author")));
    }

    @Test
    void an_alert_has_no_field_for_a_person_but_that_of_its_leading_post() {
        Set<String> names = Stream.of(Alert.class, huxiao.model.Assessment.class, huxiao.model.SchoolRisk.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> component.getName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(names)
                .contains("post", "level")
                .noneMatch(name -> name.matches(".*(author|person|user|handle|account|owner).*"));
    }

    /** Matches in the files below a folder, by file name. */
    private static Map<String, List<String>> matching(String folder, Pattern pattern) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<String> matches = pattern.matcher(Files.readString(file))
                        .results()
                        .map(java.util.regex.MatchResult::group)
                        .toList();
                if (!matches.isEmpty()) {
                    found.put(file.getFileName().toString(), matches);
                }
            }
        }
        return found;
    }
}
