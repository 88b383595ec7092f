package huxiao.index.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of the language, each with a Chinese and an English name. There is none for a person, and none may be added. */
enum FieldName {
    LEVEL("级别", "level"),
    CATEGORY("类别", "category"),
    SCHOOL("学校", "school"),
    TIME("时间", "time"),
    DISTRICT("区", "district"),
    SOURCE("来源", "source"),
    STANCE("立场", "stance"),
    STATUS("状态", "status"),
    HOUR("时段", "hour"),
    WEEKDAY("星期", "weekday");

    /** Stems of what people call the writer of a post or a person; every name that holds one is refused with the reason. */
    private static final List<String> PERSON = List.of(
            "作者", "用户", "用戶", "账号", "帐号", "賬號", "帳號", "账户", "帐户", "昵称", "暱稱", "网名", "笔名", "署名", "博主", "楼主", "层主", "号主",
            "up主", "贴主", "发帖", "发布人", "发布者", "发言人", "网友", "姓名", "名字", "人员", "身份证", "手机", "电话", "author", "user",
            "handle", "account", "nick", "poster", "writer", "person", "uid", "phone");

    private final String chinese;
    private final String english;

    FieldName(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String chinese() {
        return chinese;
    }

    static Optional<FieldName> of(String name) {
        String folded = normalise(name);
        return Arrays.stream(values())
                .filter(field -> field.chinese.equals(folded) || field.english.equals(folded))
                .findFirst();
    }

    static boolean namesPerson(String name) {
        String folded = normalise(name);
        return PERSON.stream().anyMatch(folded::contains);
    }

    static Stream<String> allNames() {
        return Arrays.stream(values()).flatMap(field -> Stream.of(field.chinese, field.english));
    }

    static String allowed() {
        return Arrays.stream(values())
                .map(field -> field.chinese + " (" + field.english + ")")
                .collect(Collectors.joining(", "));
    }

    private static String normalise(String name) {
        return Syntax.fold(name).toLowerCase(Locale.ROOT);
    }
}
