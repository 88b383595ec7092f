package huxiao.server.boundary;

import huxiao.model.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Posts beside those of the demo city, each of which puts the boundary to the test in its own way. */
final class OwnPosts {
    /** The school that is told of a hazard, and not told of what its staff is accused of. */
    static final String SCHOOL = "CL014";

    static final String ARMED = "own-armed";
    static final String HARMLESS = "own-harmless";
    static final String HAZARD = "own-hazard";
    static final String ACCUSED = "own-accused";
    static final String FIGHT = "own-fight";
    static final String FIGHT_ACCUSED = "own-fight-accused";
    static final String CRITICISM = "own-criticism";
    static final String UNDATED = "own-undated";

    /** Handles of these posts' authors; they stand in no text. */
    static final Set<String> HANDLES =
            Set.of("守夜的磐石甲", "GuardianOtter77", "拾荒者阿箬", "灯塔看守人丙", "水蓝色的陀螺", "断线的风鸢", "坏行里的作者", "半行里的作者");

    /** Numbers of these posts that must never be kept. */
    static final Set<String> NUMBERS = Set.of(
            "13812345678",
            "13987654321",
            "139-8765-4321",
            "15033445566",
            "150 3344 5566",
            "1７０1２３４５６７",
            "１７７１２３４５６７８",
            "18600112233",
            "18711223344",
            "110101199003071234",
            "13010219850817432X",
            "130102198508174321",
            "冀J8A6K2",
            "冀J·8A6K2",
            "冀JD12345",
            "0317-2345678");

    static final String ACCUSATION = "东关小学三年级的班主任今天又在教室里扇孩子耳光，我家孩子脸都肿了，去医院缝了三针，学校到现在没人管";
    static final String FIGHT_TEXT = "刚刚东关小学门口五六个人打起来了，有学生被打倒在地上流血了，快报警";
    static final String FIGHT_ACCUSED_TEXT = "东关小学门口打起来就是因为学校保安先动手打了学生，学生被打得流血，刚刚送医院了";

    private OwnPosts() {}

    /** Writes them as a file for replay. */
    static Path write(Path file, Instant now) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                ARMED,
                "守夜的磐石甲",
                "东关小学门口有人拿刀 联系13812345678",
                "现在东关小学门口有个男的拿着砍刀追学生，快报警！目击者电话139-8765-4321，身份证110101199003071234，车牌冀J8A6K2，座机0317-2345678",
                now));
        lines.add(line(
                HARMLESS,
                "GuardianOtter77",
                "",
                "东关小学运动会的照片找我要，微信同号150 3344 5566，也可打１７７１２３４５６７８，老师身份证13010219850817432X开头的别打，新能源车冀JD12345挡门了",
                now));
        lines.add(line(HAZARD, "拾荒者阿箬", "", "东关小学校门口窨井盖没了一个，孩子放学差点掉进去，没人围起来", now));
        lines.add(line(ACCUSED, "灯塔看守人丙", "", ACCUSATION, now));
        lines.add(line(FIGHT, "水蓝色的陀螺", "", FIGHT_TEXT, now));
        lines.add(line(FIGHT_ACCUSED, "断线的风鸢", "", FIGHT_ACCUSED_TEXT, now));
        lines.add(line(CRITICISM, "守夜的磐石甲", "", "东关小学校长就知道搞形式主义，天天填表，家长意见从来不听，教育局也不管，太差劲了", now));
        lines.add("{\"id\":\"" + UNDATED + "\",\"source\":\"own\",\"author\":\"GuardianOtter77\","
                + "\"text\":\"东关小学三楼走廊护栏松了，孩子一靠就晃，早晚出事\"}");
        // No posts: what is put aside must not keep what a post would not keep.
        lines.add(
                "{\"id\":\"own-broken\",\"author\":\"坏行里的作者\",\"text\":17,\"title\":\"打18600112233，证130102198508174321\"}");
        lines.add("{\"id\":\"own-torn\",\"author\":\"半行里的作者\",\"text\":\"电话18711223344，车牌冀J·8A6K2");
        Files.write(file, lines, StandardCharsets.UTF_8);
        return file;
    }

    private static String line(String id, String author, String title, String text, Instant at) {
        Map<String, String> post = new LinkedHashMap<>();
        post.put("id", id);
        post.put("source", "own");
        post.put("url", "https://own.example/" + id);
        post.put("author", author);
        post.put("title", title);
        post.put("text", text);
        post.put("publishedAt", at.toString());
        return Json.write(post);
    }
}
