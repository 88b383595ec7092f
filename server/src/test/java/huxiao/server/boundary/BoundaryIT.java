package huxiao.server.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Json;
import huxiao.model.Route;
import huxiao.model.config.ConfigFiles;
import huxiao.register.AlertFilter;
import huxiao.register.AlertPage;
import huxiao.register.AlertPost;
import huxiao.register.Delivery;
import huxiao.register.Register;
import huxiao.server.boundary.Visitor.Answer;
import huxiao.server.run.Accounts;
import huxiao.server.run.Configuration;
import huxiao.server.run.ControlSocket;
import huxiao.server.run.DataFolder;
import huxiao.server.run.Demo;
import huxiao.server.run.Replay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the product refuses, proven on the running product: posts are replayed, the demo city is crawled, every surface is asked,
 * all is stopped, and then every byte that was kept is read.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoundaryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int RUNS = 50;
    private static final int RUN_LENGTH = 12;

    /** Name of anything that could stand for the writer of a post. */
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i)author|user|person|handle|poster|writer|uid|nick|account|profile|dossier|(?<!place)holder");

    /** Who decided on an alert, and who may sign in, are officers and never the writers of posts. */
    private static final Pattern OFFICERS =
            Pattern.compile("AlertEvent\\.person|/api/v1/accounts(/\\{login})?|(ListView)?Account(Form)?\\.\\w+");

    private static final List<String> NAMES = List.of(
            "作者",
            "用户",
            "用戶",
            "账号",
            "帐号",
            "昵称",
            "网名",
            "笔名",
            "博主",
            "楼主",
            "层主",
            "up主",
            "UP主",
            "贴主",
            "发帖人",
            "发布人",
            "发布者",
            "发言人",
            "网友",
            "姓名",
            "名字",
            "人",
            "人员",
            "谁",
            "本人",
            "身份证",
            "手机",
            "电话",
            "author",
            "Author",
            "AUTHOR",
            "ａｕｔｈｏｒ",
            "user",
            "username",
            "userid",
            "uid",
            "handle",
            "account",
            "nick",
            "nickname",
            "poster",
            "writer",
            "person",
            "who",
            "by",
            "from",
            "phone",
            "id",
            "post.author",
            "_author",
            "author_key",
            "hash",
            "key",
            "post",
            "stored");

    private static final List<String> FIELDS = List.of(
            "级别",
            "level",
            "类别",
            "category",
            "学校",
            "school",
            "时间",
            "time",
            "区",
            "district",
            "来源",
            "source",
            "立场",
            "stance");

    @TempDir
    static Path folder;

    private static final CapturedLog LOG = CapturedLog.start();
    private static final ByteArrayOutputStream CONSOLE = new ByteArrayOutputStream();
    private static final List<Answer> ANSWERS = new ArrayList<>();

    private static DataFolder data;
    private static Demo demo;
    private static Visitor analyst;
    private static Visitor police;
    private static Visitor school;
    private static Visitor software;
    private static Map<String, Alert> alertOf;
    private static Set<String> authorKeys;
    private static StoredRows rows;
    private static StoredIndex index;

    @BeforeAll
    static void start() throws Exception {
        data = DataFolder.hold(folder.resolve("data"), "demo");
        Path posts = OwnPosts.write(folder.resolve("own.jsonl"), Instant.now().minusSeconds(60));
        Replay.run(Configuration.read(receivers(), Map.of()), data, posts, Map.of(), Clock.systemUTC());
        demo = Demo.start(
                data,
                new Demo.Ports(0, 0, 0),
                Map.of(),
                Clock.systemUTC(),
                new PrintStream(CONSOLE, true, StandardCharsets.UTF_8));
        String address = demo.service().address();
        analyst = signedIn("analyst");
        police = signedIn("police");
        school = signedIn("school");
        software = Visitor.withKey(address, demo.schoolKey());
        awaitQuiet();
        alertOf = alertsByPost();
        authorKeys = alerts().stream()
                .map(alert -> alert.post().author())
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
        if (data != null) {
            data.close();
        }
        LOG.close();
    }

    @Test
    @Order(1)
    void the_world_that_is_looked_at_is_full() {
        assertThat(alertOf.keySet())
                .contains(OwnPosts.ARMED, OwnPosts.HAZARD, OwnPosts.ACCUSED, OwnPosts.FIGHT, OwnPosts.FIGHT_ACCUSED);
        assertThat(alertOf).hasSizeGreaterThan(100);
        assertThat(authorKeys).hasSizeGreaterThan(100).allMatch(key -> key.matches("[0-9a-f]{32}"));
        assertThat(DemoText.handles()).hasSizeGreaterThan(900);
        assertThat(demo.receiver().latest()).isNotEmpty();
    }

    @Test
    @Order(2)
    void no_query_finds_a_post_by_who_wrote_it() throws Exception {
        Alert armed = alertOf.get(OwnPosts.ARMED);
        List<String> values = List.of(armed.post().author(), "守夜的磐石甲");
        List<String> queries = new ArrayList<>();
        for (String value : values) {
            Stream.concat(NAMES.stream(), FIELDS.stream()).forEach(name -> {
                queries.add(name + ":" + value);
                queries.add(name + "=\"" + value + "\"");
            });
            queries.add(value);
            queries.add("\"" + value + "\"");
        }
        Set<String> finding = new LinkedHashSet<>();
        for (String query : queries) {
            for (String path : List.of("/api/v1/posts?q=", "/api/v1/alerts?q=")) {
                Answer answer = analyst.get(path + Visitor.encoded(query));
                boolean nothing = answer.status() == 400
                        || (answer.status() == 200
                                && Json.tree(answer.body()).path("total").asLong(-1) == 0);
                if (!nothing) {
                    finding.add(path + query);
                }
            }
            List<String> lines = new ArrayList<>();
            assertThat(ControlSocket.ask(data.resolve("."), query, -1, lines::add))
                    .isTrue();
            JsonNode last = Json.tree(lines.get(lines.size() - 1));
            if (!last.has("error") && last.path("total").asLong(-1) != 0) {
                finding.add("command line: " + query);
            }
        }
        assertThat(finding).isEmpty();
        Answer control = analyst.get("/api/v1/posts?q=" + Visitor.encoded("\"拿着砍刀追学生\""));
        assertThat(Json.tree(control.body()).path("total").asLong())
                .as("that post can be found by its words")
                .isPositive();
    }

    @Test
    @Order(3)
    void no_list_takes_a_parameter_for_a_person() {
        String key = alertOf.get(OwnPosts.ARMED).post().author();
        for (String list : List.of("/api/v1/posts", "/api/v1/alerts")) {
            for (String name : List.of("author", "user", "person", "handle", "uid", "account", "post.author")) {
                assertThat(analyst.get(list + "?" + name + "=" + key).status())
                        .as(list + "?" + name)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    @Order(4)
    void the_described_api_has_nothing_for_a_person_and_nothing_that_removes_or_answers_a_post() {
        JsonNode api = Json.tree(analyst.get("/api/v1/openapi.json").body());
        Set<String> names = new TreeSet<>();
        Set<String> operations = new TreeSet<>();
        api.path("paths").properties().forEach(path -> {
            names.add(path.getKey());
            path.getValue().properties().forEach(operation -> {
                operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                operation
                        .getValue()
                        .path("parameters")
                        .forEach(parameter -> names.add(parameter.path("name").asText()));
            });
        });
        api.path("components").path("schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .fieldNames()
                .forEachRemaining(property -> names.add(schema.getKey() + "." + property)));
        assertThat(names).contains("Alert.post", "q", "/api/v1/posts").hasSizeGreaterThan(80);
        names.removeIf(name -> OFFICERS.matcher(name).matches());
        assertThat(names).noneMatch(name -> PERSONAL.matcher(name).find());
        assertThat(operations)
                .isNotEmpty()
                .noneMatch(operation -> operation.startsWith("DELETE"))
                .noneMatch(operation -> operation.startsWith("PATCH"))
                .noneMatch(operation -> operation.matches(
                        "(?i).*(delet|remov|hide|suppress|takedown|censor|report-to|rank|reply|respon[ds]).*"));
        assertThat(operations.stream().filter(operation -> operation.contains("/posts")))
                .as("all that can be done to posts")
                .containsExactlyInAnyOrder(
                        "GET /api/v1/posts",
                        "GET /api/v1/posts/export",
                        "GET /api/v1/posts/{id}/similar",
                        "GET /api/v1/alerts/{id}/posts");
    }

    @Test
    @Order(5)
    void no_answer_and_no_page_names_an_author_or_an_authors_key() {
        lookAround(analyst);
        lookAround(police);
        lookAround(school);
        lookAround(software);
        for (Visitor visitor : List.of(analyst, police, school, software)) {
            // What was asked for comes back in faults, and the queries of this test name authors.
            visitor.answers().stream()
                    .filter(answer -> !answer.path().contains("?q=") && answer.status() == 200)
                    .forEach(ANSWERS::add);
        }
        Needles keys = new Needles(authorKeys);
        Needles handles = new Needles(everyHandle());
        assertThat(ANSWERS).hasSizeGreaterThan(300);
        Set<String> naming = new TreeSet<>();
        for (Answer answer : ANSWERS) {
            keys.in(answer.body()).forEach(key -> naming.add(answer.path() + ": " + key));
            handles.in(answer.body()).forEach(handle -> naming.add(answer.path() + ": " + handle));
            if (answer.path().startsWith("/api/") && !answer.path().contains("openapi")) {
                members(Json.tree(answer.body())).stream()
                        .filter(name -> name.toLowerCase(Locale.ROOT).contains("author"))
                        .forEach(name -> naming.add(answer.path() + ": member " + name));
            }
        }
        assertThat(naming).isEmpty();
    }

    @Test
    @Order(6)
    void a_notification_carries_no_author_and_no_authors_key() {
        Needles keys = new Needles(authorKeys);
        Needles handles = new Needles(everyHandle());
        List<String> told = new ArrayList<>();
        demo.receiver().latest().forEach(webhook -> told.add(webhook.body().toString()));
        alerts().forEach(alert -> demo.service()
                .register()
                .deliveries()
                .ofAlert(alert.id())
                .forEach(delivery -> told.add(delivery.payload())));
        assertThat(told).hasSizeGreaterThan(10).allSatisfy(payload -> {
            assertThat(keys.in(payload)).isEmpty();
            assertThat(handles.in(payload)).isEmpty();
            assertThat(members(Json.tree(payload))).doesNotContain("author", "authorKey");
        });
    }

    @Test
    @Order(7)
    void a_school_whose_staff_is_accused_is_not_told() {
        for (String post : List.of(OwnPosts.ACCUSED, OwnPosts.FIGHT_ACCUSED)) {
            Alert alert = alertOf.get(post);
            assertThat(alert.schools()).as(post).contains(OwnPosts.SCHOOL);
            assertThat(alert.routes()).as(post).doesNotContain(Route.SCHOOL).contains(Route.BUREAU);
            assertThat(alert.routes()).as(post).containsAnyOf(Route.POLICE_NOW, Route.POLICE_LIST);
            List<Delivery> told = demo.service().register().deliveries().ofAlert(alert.id());
            assertThat(told)
                    .as("told of " + post)
                    .extracting(Delivery::receiver)
                    .contains("bureau");
            assertThat(told)
                    .filteredOn(delivery -> delivery.receiver().equals("school"))
                    .as("told to the school of " + post)
                    .isEmpty();
        }
        assertThat(demo.service()
                        .register()
                        .deliveries()
                        .ofAlert(alertOf.get(OwnPosts.HAZARD).id()))
                .extracting(Delivery::receiver)
                .as("a hazard is told to the school")
                .contains("school");
    }

    @Test
    @Order(8)
    void a_school_whose_staff_is_accused_cannot_see_the_alert_nor_tell_it_from_one_that_never_was() {
        String unknown = "0".repeat(32);
        String hazard = alertOf.get(OwnPosts.HAZARD).id();
        for (Visitor visitor : List.of(school, software)) {
            assertThat(visitor.get("/api/v1/alerts/" + hazard).status()).isEqualTo(200);
            for (String post : List.of(OwnPosts.ACCUSED, OwnPosts.FIGHT_ACCUSED)) {
                String id = alertOf.get(post).id();
                assertThat(analyst.get("/api/v1/alerts/" + id).status()).isEqualTo(200);
                for (String part : List.of("", "/posts", "/history", "/deliveries")) {
                    Answer hidden = visitor.get("/api/v1/alerts/" + id + part);
                    Answer missing = visitor.get("/api/v1/alerts/" + unknown + part);
                    assertThat(hidden.status()).as(hidden.path()).isEqualTo(404);
                    assertThat(hidden.body().replace(id, unknown)).isEqualTo(missing.body());
                }
                assertThat(visitor.get("/api/v1/alerts?school=" + OwnPosts.SCHOOL + "&limit=200")
                                .body())
                        .doesNotContain(id);
            }
            for (String words : List.of("扇孩子耳光", "保安先动手打了学生")) {
                Answer found = visitor.get("/api/v1/alerts?q=" + Visitor.encoded("\"" + words + "\""));
                assertThat(Json.tree(found.body()).path("total").asLong(-1))
                        .as(words)
                        .isZero();
            }
            Alert fight = alertOf.get(OwnPosts.FIGHT);
            assertThat(visitor.get("/api/v1/alerts/" + fight.id() + "/posts").body())
                    .as("the fight itself stays with the school, without the post that accuses its guard")
                    .contains(OwnPosts.FIGHT)
                    .doesNotContain(OwnPosts.FIGHT_ACCUSED);
            JsonNode all = Json.tree(visitor.get("/api/v1/alerts?limit=200").body());
            assertThat(all.path("total").asLong())
                    .as("the total counts what is shown")
                    .isEqualTo(all.path("items").size());
            assertThat(visitor.get("/api/v1/posts").status()).isEqualTo(403);
        }
        assertThat(school.get("/alerts/" + alertOf.get(OwnPosts.ACCUSED).id()).status())
                .isEqualTo(404);
        assertThat(school.get("/alerts").body()).doesNotContain("扇孩子耳光").doesNotContain("保安先动手");
    }

    @Test
    @Order(9)
    void a_school_cannot_infer_a_hidden_alert_from_its_risk() {
        Set<String> hidden = alerts().stream()
                .filter(alert -> !alert.routes().contains(Route.SCHOOL))
                .map(Alert::id)
                .collect(Collectors.toSet());
        JsonNode whole = risk(analyst);
        JsonNode seen = risk(school);
        for (JsonNode risk : List.of(whole, seen)) {
            assertThat(words(risk)).as("words of alerts").anyMatch(words -> words.startsWith("东关小学门口有人拿刀"));
        }
        assertThat(causes(whole)).as("the bureau sees it").containsAnyElementsOf(hidden);
        assertThat(causes(seen)).doesNotContainAnyElementsOf(hidden).isNotEmpty();
        double sum = 0;
        for (JsonNode part : seen.path("contributions")) {
            sum += part.path("counted").asDouble();
        }
        assertThat(seen.path("score").asDouble()).isCloseTo(sum, within(1e-9));
        assertThat(seen.path("score").asDouble())
                .isLessThanOrEqualTo(whole.path("score").asDouble());
        assertThat(seen.path("updatedAt").asText())
                .as("the time at which something unseen moved the risk")
                .isNotEqualTo(whole.path("updatedAt").asText());
        String page = school.get("/schools/" + OwnPosts.SCHOOL).body();
        assertThat(hidden).noneMatch(page::contains);
        assertThat(page).doesNotContain("扇孩子耳光").doesNotContain("保安先动手");
        assertThat(causes(risk(software))).isEqualTo(causes(seen));
    }

    @Test
    @Order(10)
    void what_a_person_rejects_can_still_be_found() {
        Alert armed = find(alertOf.get(OwnPosts.ARMED).id());
        Answer decided = analyst.post(
                "/api/v1/alerts/" + armed.id() + "/decision",
                "{\"verdict\":\"rejected\",\"revision\":" + armed.revision() + ",\"note\":\"核实为误报\"}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(find(armed.id()).status()).isEqualTo(AlertStatus.REJECTED);
        assertThat(analyst.get("/api/v1/alerts?limit=200&status=rejected").body())
                .contains(armed.id());
        Answer found = analyst.get("/api/v1/posts?q=" + Visitor.encoded("\"拿着砍刀追学生\""));
        assertThat(found.body()).contains("\"" + OwnPosts.ARMED + "\"");
        assertThat(analyst.get("/api/v1/alerts/" + armed.id() + "/posts").body())
                .contains(OwnPosts.ARMED);
    }

    @Test
    @Order(11)
    void police_find_no_criticism_among_posts_and_alerts() {
        assertThat(alertOf).doesNotContainKey(OwnPosts.CRITICISM);
        String query = Visitor.encoded("\"就知道搞形式主义\"");
        assertThat(Json.tree(analyst.get("/api/v1/posts?q=" + query).body())
                        .path("total")
                        .asLong())
                .as("analysts find it")
                .isEqualTo(1);
        assertThat(Json.tree(police.get("/api/v1/posts?q=" + query).body())
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(Json.tree(police.get("/api/v1/alerts?q=" + query).body())
                        .path("total")
                        .asLong())
                .isZero();
    }

    /** From here on all is stopped. */
    @Test
    @Order(20)
    void no_byte_that_was_kept_holds_an_authors_handle() throws Exception {
        demo.close();
        demo = null;
        rows = StoredRows.of(data.resolve("."));
        index = StoredIndex.of(data.resolve("index"));
        StoredFiles files = new StoredFiles(data.resolve("."));
        assertThat(files.holding("", new Needles(Set.of("拿着砍刀追学生"))))
                .as("the search sees what was kept")
                .isNotEmpty();

        Needles handles = new Needles(everyHandle());
        assertThat(files.holding("", handles)).isEmpty();
        assertThat(holding(handles)).isEmpty();
    }

    @Test
    @Order(21)
    void no_byte_that_was_kept_holds_a_phone_identity_or_plate_number() {
        Needles numbers = new Needles(OwnPosts.NUMBERS);
        assertThat(holding(new Needles(Set.of("138****5678"))))
                .as("the masked form was kept")
                .isNotEmpty();
        assertThat(new StoredFiles(data.resolve(".")).holding("", numbers)).isEmpty();
        assertThat(holding(numbers)).isEmpty();
    }

    @Test
    @Order(22)
    void the_log_and_the_console_name_no_author_no_key_and_no_number() {
        Set<String> forbidden = new TreeSet<>(everyHandle());
        forbidden.addAll(OwnPosts.NUMBERS);
        forbidden.addAll(authorKeys);
        Needles needles = new Needles(forbidden);
        assertThat(LOG.bytes()).hasSizeGreaterThan(10_000);
        assertThat(needles.in(LOG.bytes())).isEmpty();
        assertThat(CONSOLE.size()).isPositive();
        assertThat(needles.in(CONSOLE.toByteArray())).isEmpty();
    }

    @Test
    @Order(23)
    void checkpoints_hold_hashes_and_fingerprints_and_no_text_of_posts() {
        StoredFiles files = new StoredFiles(data.resolve("."));
        assertThat(files.below("checkpoints")).isNotEmpty();
        assertThat(files.holding("checkpoints", new Needles(Set.of("校门防冲撞桩三根失灵"))))
                .as("the search reads Flink's strings: the title of a hazard is one")
                .isNotEmpty();
        Set<String> runs = runs();
        assertThat(runs).hasSize(RUNS);
        assertThat(files.holding("checkpoints", new Needles(runs))).isEmpty();
        assertThat(files.holding("checkpoints", new Needles(authorKeys))).isEmpty();
    }

    @Test
    @Order(24)
    void neither_register_nor_index_can_look_up_an_author() {
        assertThat(rows.rows())
                .anyMatch(row -> row.table().equals("alert") && row.text().contains("author"));
        assertThat(rows.indexes())
                .hasSizeGreaterThan(20)
                .noneMatch(definition -> definition.toLowerCase(Locale.ROOT).contains("author"))
                .noneMatch(definition -> definition.matches("(?is).*\\(.*\\bpost\\b.*\\).*"));
        assertThat(index.searchable())
                .contains("words", "level")
                .noneMatch(field -> PERSONAL.matcher(field).find())
                .doesNotContain("post");
        assertThat(index.terms()).hasSizeGreaterThan(5_000).doesNotContainAnyElementsOf(authorKeys);
    }

    /** Beginnings of the posts of alerts, which are what state would keep first, then of others. */
    private static Set<String> runs() {
        Set<String> runs = new LinkedHashSet<>();
        alertOf.values().stream()
                .map(Alert::post)
                .map(post -> post.title().isEmpty() ? post.text() : post.title())
                .filter(text -> text.length() > RUN_LENGTH)
                .map(text -> text.substring(0, RUN_LENGTH))
                .filter(run -> run.codePoints().allMatch(Character::isIdeographic))
                .limit(RUNS / 2)
                .forEach(runs::add);
        DemoText.all().stream()
                .map(DemoText::text)
                .filter(text -> text.length() > 2 * RUN_LENGTH)
                .map(text -> text.substring(RUN_LENGTH / 2, RUN_LENGTH / 2 + RUN_LENGTH))
                .filter(run -> index.stored().stream().anyMatch(post -> post.contains(run)))
                .takeWhile(run -> runs.size() < RUNS)
                .forEach(runs::add);
        return runs;
    }

    /** Rows and stored values that hold one of the strings. */
    private static Set<String> holding(Needles needles) {
        Set<String> found = new TreeSet<>();
        rows.rows().forEach(row -> needles.in(row.text()).forEach(needle -> found.add(row.table() + ": " + needle)));
        index.stored().forEach(post -> needles.in(post).forEach(needle -> found.add("index: " + needle)));
        index.terms().forEach(term -> needles.in(term).forEach(needle -> found.add("term: " + needle)));
        return found;
    }

    private static Set<String> everyHandle() {
        Set<String> handles = new TreeSet<>(DemoText.handles());
        handles.addAll(OwnPosts.HANDLES);
        return handles;
    }

    /** Opens everything that a person can open. */
    private static void lookAround(Visitor visitor) {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/alerts",
                "/posts",
                "/searches",
                "/backtest",
                "/schools",
                "/hazards",
                "/api/v1/me",
                "/api/v1/searches",
                "/api/v1/schools",
                "/api/v1/hazards?limit=200",
                "/api/v1/openapi.json",
                "/schools/" + OwnPosts.SCHOOL,
                "/api/v1/schools/" + OwnPosts.SCHOOL));
        paths.forEach(visitor::get);
        for (String list : List.of("/api/v1/posts?limit=200", "/api/v1/alerts?limit=200")) {
            String next = "";
            do {
                Answer page = visitor.get(list + (next.isEmpty() ? "" : "&after=" + Visitor.encoded(next)));
                next = page.status() == 200
                        ? Json.tree(page.body()).path("next").asText()
                        : "";
            } while (!next.isEmpty());
        }
        List<String> ids = new ArrayList<>();
        Json.tree(visitor.get("/api/v1/alerts?limit=20").body())
                .path("items")
                .forEach(alert -> ids.add(alert.path("id").asText()));
        for (String id : ids) {
            visitor.get("/alerts/" + id);
            for (String part : List.of("", "/posts", "/history", "/deliveries")) {
                visitor.get("/api/v1/alerts/" + id + part);
            }
        }
    }

    /** Names of all members, at any depth. */
    private static Set<String> members(JsonNode tree) {
        Set<String> names = new TreeSet<>();
        tree.fieldNames().forEachRemaining(names::add);
        tree.forEach(child -> names.addAll(members(child)));
        return names;
    }

    private static JsonNode risk(Visitor visitor) {
        return Json.tree(visitor.get("/api/v1/schools/" + OwnPosts.SCHOOL).body())
                .path("risk");
    }

    private static Set<String> words(JsonNode risk) {
        Set<String> words = new LinkedHashSet<>();
        risk.path("contributions").forEach(part -> words.add(part.path("label").asText()));
        return words;
    }

    private static Set<String> causes(JsonNode risk) {
        Set<String> causes = new LinkedHashSet<>();
        risk.path("contributions").forEach(part -> causes.add(part.path("cause").asText()));
        return causes;
    }

    private static Alert find(String id) {
        return demo.service().register().alerts().find(id).orElseThrow();
    }

    private static List<Alert> alerts() {
        Register register = demo.service().register();
        List<Alert> all = new ArrayList<>();
        String cursor = "";
        do {
            AlertPage page = register.alerts().list(AlertFilter.ALL.page(1000, cursor));
            all.addAll(page.alerts());
            cursor = page.next();
        } while (!cursor.isEmpty());
        return all;
    }

    private static Map<String, Alert> alertsByPost() {
        Map<String, Alert> byPost = new LinkedHashMap<>();
        for (Alert alert : alerts()) {
            for (AlertPost post : demo.service().register().alerts().posts(alert.id())) {
                byPost.put(post.id(), alert);
            }
        }
        return byPost;
    }

    /** Waits until the city has been read: nothing new for a while. */
    private static void awaitQuiet() {
        await().atMost(PATIENCE).until(() -> posts() > 300);
        await().atMost(PATIENCE).pollInterval(QUIET).until(new java.util.concurrent.Callable<>() {
            private long before = -1;

            @Override
            public Boolean call() {
                long now = posts();
                boolean quiet = now == before;
                before = now;
                return quiet;
            }
        });
        await().atMost(PATIENCE).until(() -> !demo.receiver().latest().isEmpty());
    }

    private static long posts() {
        return Json.tree(analyst.get("/api/v1/posts?limit=1").body())
                .path("total")
                .asLong();
    }

    private static Visitor signedIn(String login) {
        String password = demo.logins().stream()
                .filter(each -> each.login().equals(login))
                .map(Accounts.Login::password)
                .findFirst()
                .orElseThrow();
        return Visitor.signedIn(demo.service().address(), login, password);
    }

    /** A configuration whose receivers are a duty desk, the bureau, and the one school. */
    private static ConfigFiles receivers() throws Exception {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("notify.yaml"), """
                receivers:
                  - {id: desk, type: webhook, url: "http://127.0.0.1:9/", secretEnv: X, minLevel: orange, routes: [police_now]}
                  - {id: bureau, type: webhook, url: "http://127.0.0.1:9/", secretEnv: X, routes: [bureau]}
                  - {id: school, type: webhook, url: "http://127.0.0.1:9/", secretEnv: X, schools: [%s]}
                """.formatted(OwnPosts.SCHOOL));
        return ConfigFiles.over(config);
    }
}
