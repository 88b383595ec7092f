package huxiao.index.text;

import java.util.Objects;

/**
 * A name that is compared whole, case and width ignored, such as a district.
 *
 * @param text the form that is compared
 */
public record Keyword(String text) {
    private static final int MAX_LENGTH = 256;

    public Keyword {
        Objects.requireNonNull(text, "text");
    }

    /** The keyword of a name; of very long ones the beginning counts. */
    public static Keyword of(String name) {
        StringBuilder form = new StringBuilder();
        name.strip()
                .codePoints()
                .limit(MAX_LENGTH)
                .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
                .map(Characters::fold)
                .forEachOrdered(form::appendCodePoint);
        return new Keyword(form.toString());
    }
}
