package huxiao.crawler;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A CSS selector with an optional {@code @attribute} at its end. */
final class FieldSelector {
    private static final Pattern ATTRIBUTE = Pattern.compile("^(.*?)\\s*@([A-Za-z_:][\\w:.-]*)$", Pattern.DOTALL);

    private final String css;
    private final String attribute;

    private FieldSelector(String css, String attribute) {
        this.css = css;
        this.attribute = attribute;
    }

    static FieldSelector of(String selector) {
        Matcher matcher = ATTRIBUTE.matcher(selector);
        return matcher.matches()
                ? new FieldSelector(matcher.group(1), matcher.group(2))
                : new FieldSelector(selector, "");
    }

    /** The CSS part alone, empty when the item itself is meant. */
    static String css(String selector) {
        return of(selector).css;
    }

    /** The element that the selector finds in {@code scope}; {@code scope} itself for an attribute alone. */
    Optional<Element> element(Element scope) {
        if (css.isEmpty()) {
            return attribute.isEmpty() ? Optional.empty() : Optional.of(scope);
        }
        return Optional.ofNullable(scope.selectFirst(css));
    }

    /** The attribute, or the text in one line; empty when nothing is found. */
    String value(Element scope) {
        return element(scope)
                .map(found -> attribute.isEmpty() ? found.text() : found.attr(attribute))
                .map(String::strip)
                .orElse("");
    }

    /** The attribute, or the text with its paragraphs; empty when nothing is found. */
    String paragraphs(Element scope) {
        return element(scope)
                .map(found -> attribute.isEmpty() ? PlainText.of(found) : PlainText.clean(found.attr(attribute)))
                .orElse("");
    }
}
