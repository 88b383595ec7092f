package huxiao.crawler;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Turns markup into the words that a reader sees, a line for each paragraph. Walks without recursion, so depth is no danger. */
final class PlainText {
    /** Longer texts are cut, in UTF-16 units. */
    static final int LONGEST_TEXT = 20_000;
    /** Longer titles are cut, in UTF-16 units. */
    static final int LONGEST_TITLE = 500;

    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "iframe",
            "object",
            "svg",
            "select",
            "textarea",
            "button");
    /** An emoticon's alternative text is part of what was said; a picture's caption of any length is not. */
    private static final int LONGEST_EMOTICON = 12;

    /** How far a break is looked for; a page of blanks must not be walked over and over. */
    private static final int LOOKED_BACK = 64;

    private PlainText() {}

    /** The text of an element with its paragraphs, cleaned and bounded to {@link #LONGEST_TEXT}. */
    static String of(Element element) {
        StringBuilder text = new StringBuilder();
        element.filter(new Walk(text));
        return clean(text.toString());
    }

    /**
     * Text without control characters and unpaired surrogates, runs of blanks made one, at most one empty line between
     * paragraphs, bounded to {@link #LONGEST_TEXT}.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), LONGEST_TEXT));
        int breaks = 0;
        boolean blank = false;
        for (int i = 0; i < text.length() && clean.length() < LONGEST_TEXT; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                breaks += c == '\r' && i < text.length() && text.charAt(i) == '\n' ? 0 : 1;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = true;
            } else if (!isUnseen(c)) {
                if (!clean.isEmpty() && breaks > 0) {
                    clean.append(breaks > 1 ? "\n\n" : "\n");
                } else if (!clean.isEmpty() && blank) {
                    clean.append(' ');
                }
                breaks = 0;
                blank = false;
                clean.appendCodePoint(isLoneSurrogate(c) ? '\uFFFD' : c);
            }
        }
        return bounded(clean.toString(), LONGEST_TEXT);
    }

    /** One line, cleaned and bounded to {@link #LONGEST_TITLE}. */
    static String line(String text) {
        return bounded(clean(text).replace('\n', ' ').replace("  ", " "), LONGEST_TITLE);
    }

    private static String bounded(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    private static boolean isUnseen(int c) {
        return Character.getType(c) == Character.CONTROL || c == 0xFEFF;
    }

    private static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static final class Walk implements NodeFilter {
        private final StringBuilder text;

        Walk(StringBuilder text) {
            this.text = text;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                // A line break in the source is a blank to the reader, except in preformatted text.
                boolean kept = node.parent() instanceof Element parent
                        && parent.normalName().equals("pre");
                text.append(
                        kept
                                ? words.getWholeText()
                                : words.getWholeText().replace('\n', ' ').replace('\r', ' '));
            } else if (node instanceof Element element) {
                if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden")) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (element.normalName().equals("br")) {
                    text.append('\n');
                } else if (element.normalName().equals("img")
                        && element.attr("alt").length() <= LONGEST_EMOTICON) {
                    text.append(element.attr("alt"));
                } else {
                    edge(element, depth);
                }
            }
            // Eight times the bound leaves room for what cleaning takes away, and ends the walk over a page made to be
            // endless.
            return text.length() > 8 * LONGEST_TEXT ? FilterResult.STOP : FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && !element.normalName().equals("br")) {
                edge(element, depth);
            }
            return FilterResult.CONTINUE;
        }

        private void edge(Element element, int depth) {
            String name = element.normalName();
            if (name.equals("td") || name.equals("th")) {
                text.append(' ');
            } else if (depth > 0 && element.isBlock()) {
                breakLine(name.equals("p") ? 2 : 1);
            }
        }

        /** Sees to it that the text so far ends in so many line breaks; where blocks meet, their breaks are not added up. */
        private void breakLine(int wanted) {
            int breaks = 0;
            int least = Math.max(0, text.length() - LOOKED_BACK);
            for (int i = text.length() - 1; i >= least && Character.isWhitespace(text.charAt(i)); i--) {
                breaks += text.charAt(i) == '\n' ? 1 : 0;
            }
            text.append("\n".repeat(Math.max(0, wanted - breaks)));
        }
    }
}
