package huxiao.analysis.frame;

import java.util.ArrayList;
import java.util.List;

/** Joins what HanLP parts of people's names: 王|老师, 李|某某, 姓|刘|的, 王|建国. Pure. */
final class Names {
    private static final String SURNAMES = "王李张刘陈杨赵吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董程曹袁邓傅沈彭吕苏卢蒋蔡贾魏薛潘杜姚谭廖邹陆郝崔秦邵孟龚贺赖汪姜范周黄马高丁钱";
    private static final int LONGEST_GIVEN = 2;

    private Names() {}

    static List<Chunk> joined(List<Chunk> chunks) {
        List<Chunk> joined = new ArrayList<>(chunks.size());
        int i = 0;
        while (i < chunks.size()) {
            Chunk chunk = chunks.get(i);
            int end = nameEnd(chunks, i);
            if (end > i + 1) {
                Chunk last = chunks.get(end - 1);
                Tag tag = last.is(Tag.STAFF) ? Tag.STAFF : Tag.PERSON;
                StringBuilder name = new StringBuilder();
                chunks.subList(i, end).forEach(part -> name.append(part.text()));
                joined.add(Chunk.of(chunk.start(), name.toString(), tag));
                i = end;
            } else {
                joined.add(chunk);
                i++;
            }
        }
        return joined;
    }

    /** One past the last chunk of the name that begins at {@code i}; {@code i + 1} at most where none does. */
    private static int nameEnd(List<Chunk> chunks, int i) {
        Chunk chunk = chunks.get(i);
        if (chunk.says("姓") && i + 2 < chunks.size() && chunks.get(i + 2).is(Tag.DE)) {
            return i + 3;
        }
        boolean familiar = chunk.says("小") || chunk.says("老") || chunk.says("阿");
        if (familiar && i + 1 < chunks.size() && isSurname(chunks.get(i + 1))) {
            return i + 2;
        }
        if (!isSurname(chunk) || i + 1 >= chunks.size()) {
            return i;
        }
        Chunk next = chunks.get(i + 1);
        if (next.is(Tag.STAFF)) {
            return i + 2;
        }
        int end = i + 1;
        int given = 0;
        while (end < chunks.size()
                && given + chunks.get(end).text().length() <= LONGEST_GIVEN
                && isGiven(chunks.get(end))) {
            given += chunks.get(end).text().length();
            end++;
        }
        if (end < chunks.size() && given > 0 && chunks.get(end).is(Tag.STAFF)) {
            return end + 1;
        }
        return end;
    }

    /** Whether a chunk reads as surname and given name. */
    static boolean isName(Chunk chunk) {
        int length = chunk.text().length();
        return chunk.is(Tag.PERSON)
                && length >= 2
                && length <= LONGEST_GIVEN + 1
                && SURNAMES.indexOf(chunk.text().charAt(0)) >= 0;
    }

    private static boolean isSurname(Chunk chunk) {
        return chunk.text().length() == 1 && SURNAMES.indexOf(chunk.text().charAt(0)) >= 0 && !chunk.is(Tag.ACT);
    }

    private static boolean isGiven(Chunk chunk) {
        boolean anyWord = chunk.is(Tag.NOUN) || chunk.is(Tag.VERB) || chunk.is(Tag.OTHER) || chunk.is(Tag.NUMBER);
        return chunk.text().startsWith("某")
                || (anyWord && chunk.text().chars().allMatch(c -> c >= '\u4e00' && c <= '\u9fff'));
    }
}
