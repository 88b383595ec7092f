package huxiao.streaming;

import com.fasterxml.jackson.databind.node.ObjectNode;
import huxiao.analysis.Masking;
import huxiao.model.Json;
import java.util.regex.Pattern;

/** A refused line as it may be kept: without the author's handle, with phone, identity and plate numbers masked. */
final class Redaction {
    private static final String AUTHOR = "author";

    /** In what is no JSON: all from the word on, as far as a string may reach. Possessive, so that no line is slow. */
    private static final Pattern AUTHOR_MEMBER =
            Pattern.compile("(?i)author[\"']?\\s*+[:=]\\s*+(?:\"[^\"\\\\]*+(?:\\\\.?[^\"\\\\]*+)*+\"?|[^,}\\s]*+)");

    private Redaction() {}

    static String of(String line) {
        return Masking.mask(withoutAuthor(line));
    }

    private static String withoutAuthor(String line) {
        try {
            if (!LineReader.isTooLong(line) && Json.tree(line) instanceof ObjectNode tree) {
                tree.remove(AUTHOR);
                return Json.write(tree);
            }
        } catch (IllegalArgumentException e) {
            // No JSON, which is why it was refused; the pattern below does for it.
            return AUTHOR_MEMBER.matcher(line).replaceAll("author\":\"…\"");
        }
        return AUTHOR_MEMBER.matcher(line).replaceAll("author\":\"…\"");
    }
}
