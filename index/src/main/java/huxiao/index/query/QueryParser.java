package huxiao.index.query;

import huxiao.index.query.QueryException.Problem;
import huxiao.index.text.Tokens;
import huxiao.model.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the query language by recursive descent, one method for each rule of the grammar in {@code docs/query-language.md}.
 * Takes time in proportion to the length of the query. Immutable, thread safe.
 */
public final class QueryParser {
    /** The longest query, UTF-16 units. */
    public static final int MAX_LENGTH = 4_000;
    /** The most words, phrases and field comparisons in one query. */
    public static final int MAX_TERMS = 256;
    /** How deep parentheses and negations may nest. */
    public static final int MAX_DEPTH = 32;

    private final SchoolLookup schools;

    /** With a lookup that tells whether a school's name is known. */
    public QueryParser(SchoolLookup schools) {
        this.schools = Objects.requireNonNull(schools, "schools");
    }

    /**
     * The tree of a query; a blank one means every post.
     *
     * @throws QueryException when the query cannot be understood, is too big, or asks for a person
     */
    public Query parse(String query) {
        if (query.length() > MAX_LENGTH) {
            throw new QueryException(
                    Problem.TOO_BIG, MAX_LENGTH, query.length() + " characters", "at most " + MAX_LENGTH, "");
        }
        return new Parsing(query).whole();
    }

    private final class Parsing {
        private final String in;
        private int at;
        private int depth;
        private int terms;

        Parsing(String in) {
            this.in = in;
        }

        /** {@code query = [ or ]}. */
        Query whole() {
            skipSpaces();
            if (atEnd()) {
                return new Query.Everything();
            }
            Query query = or();
            if (!atEnd()) {
                throw unexpected("AND, OR or the end of the query");
            }
            return query;
        }

        /** {@code or = and { ("OR" | "或") and }}. */
        private Query or() {
            List<Query> parts = new ArrayList<>();
            do {
                parts.add(and());
            } while (accept(Syntax.OR));
            return parts.size() == 1 ? parts.get(0) : new Query.Or(parts);
        }

        /** {@code and = not { [ "AND" | "与" ] not }}. */
        private Query and() {
            List<Query> parts = new ArrayList<>();
            do {
                parts.add(not());
            } while (accept(Syntax.AND) || startsOperand());
            return parts.size() == 1 ? parts.get(0) : new Query.And(parts);
        }

        /** {@code not = ( "NOT" | "非" | "-" ) not | primary}. */
        private Query not() {
            if (!atEnd() && Syntax.isMinus(in.charAt(at))) {
                deeper();
                at++;
                skipSpaces();
                return negated();
            }
            int start = at;
            if (accept(Syntax.NOT)) {
                deeper(start);
                return negated();
            }
            return primary();
        }

        private Query negated() {
            Query part = not();
            depth--;
            return new Query.Not(part);
        }

        /** {@code primary = "(" or ")" | phrase | "*" | field comparison value | word}. */
        private Query primary() {
            if (atEnd()) {
                throw unexpected("a word, a phrase, a field or (");
            }
            char c = in.charAt(at);
            if (Syntax.fold(c) == '(') {
                return group();
            }
            if (Syntax.isQuote(c)) {
                int start = at;
                return text(start, quoted(), true);
            }
            if (Syntax.isParenthesis(c) || Syntax.isComparison(c)) {
                throw unexpected(
                        Syntax.isComparison(c)
                                ? "a field in front of the comparison: " + FieldName.allowed()
                                : "a word, a phrase, a field or (");
            }
            return wordOrField();
        }

        private Query group() {
            int open = at;
            deeper();
            at++;
            skipSpaces();
            Query inner = or();
            if (atEnd() || Syntax.fold(in.charAt(at)) != ')') {
                throw unexpected("AND, OR or the ) that closes position " + open);
            }
            at++;
            skipSpaces();
            depth--;
            return inner;
        }

        private Query wordOrField() {
            int start = at;
            String word = bareWord();
            skipSpaces();
            if (!atEnd() && Syntax.isComparison(in.charAt(at))) {
                return comparison(start, word);
            }
            if (Syntax.isOperator(word)) {
                throw fault(
                        Problem.UNEXPECTED,
                        start,
                        quote(word),
                        "a word, a phrase, a field or (; in quotes the operator itself can be searched for");
            }
            if (Syntax.fold(word).equals(Syntax.EVERYTHING)) {
                countTerm(start);
                return new Query.Everything();
            }
            int star = Syntax.fold(word).indexOf('*');
            if (star >= 0) {
                throw fault(
                        Problem.UNEXPECTED,
                        start + star,
                        "'*' in a word",
                        "a word without it; * alone means every post, in quotes the sign is passed over");
            }
            return text(start, word, false);
        }

        private Query text(int start, String text, boolean quoted) {
            if (!Tokens.isSearchable(text)) {
                throw fault(
                        Problem.NO_WORD,
                        start,
                        text.isBlank() ? "nothing" : quote(text),
                        "letters, digits or characters");
            }
            countTerm(start);
            return new Query.Text(text, quoted);
        }

        private Query comparison(int start, String name) {
            FieldName field = field(start, name);
            int signStart = at;
            Comparison comparison = sign();
            skipSpaces();
            int valueStart = at;
            String value = value(field);
            countTerm(start);
            if (comparison != Comparison.IS && field != FieldName.LEVEL && field != FieldName.TIME) {
                throw fault(
                        Problem.NOT_COMPARABLE, signStart, quote(comparison.sign()), ": after " + field.chinese(), "");
            }
            return switch (field) {
                case LEVEL -> levels(comparison, signStart, value, valueStart);
                case TIME -> times(comparison, signStart, value, valueStart);
                case CATEGORY -> new Query.InCategory(one(Values.CATEGORIES, value, valueStart));
                case STANCE -> new Query.WithStance(one(Values.STANCES, value, valueStart));
                case SCHOOL -> school(value, valueStart);
                case DISTRICT -> new Query.InDistrict(value);
                case SOURCE -> new Query.FromSource(value);
            };
        }

        private FieldName field(int start, String name) {
            Optional<FieldName> field = FieldName.of(name);
            if (field.isPresent()) {
                return field.get();
            }
            if (FieldName.namesPerson(name)) {
                throw fault(
                        Problem.PERSON_REFUSED,
                        start,
                        "field " + quote(name),
                        "no person: posts cannot be searched, ranked or followed by who wrote them; fields are "
                                + FieldName.allowed(),
                        "");
            }
            throw fault(
                    Problem.UNKNOWN_FIELD,
                    start,
                    "field " + quote(name),
                    FieldName.allowed() + "; in quotes the text itself can be searched for",
                    NearMiss.of(Syntax.fold(name), FieldName.allNames()));
        }

        private Comparison sign() {
            char first = Syntax.fold(in.charAt(at++));
            boolean equal = !atEnd() && Syntax.fold(in.charAt(at)) == '=' && (first == '<' || first == '>');
            if (equal) {
                at++;
            }
            return switch (first) {
                case '<' -> equal ? Comparison.AT_MOST : Comparison.BELOW;
                case '>' -> equal ? Comparison.AT_LEAST : Comparison.ABOVE;
                case '\u2264' -> Comparison.AT_MOST;
                case '\u2265' -> Comparison.AT_LEAST;
                default -> Comparison.IS;
            };
        }

        private String value(FieldName field) {
            if (!atEnd() && Syntax.isQuote(in.charAt(at))) {
                int start = at;
                String value = quoted();
                if (value.isBlank()) {
                    throw fault(Problem.UNKNOWN_VALUE, start, "an empty value", "a value for " + field.chinese(), "");
                }
                return value;
            }
            int start = at;
            while (!atEnd() && Syntax.isValueCharacter(in.charAt(at))) {
                at++;
            }
            if (start == at) {
                throw unexpected("a value for " + field.chinese());
            }
            String value = in.substring(start, at);
            skipSpaces();
            return value;
        }

        private Query levels(Comparison comparison, int signStart, String value, int start) {
            int range = Syntax.fold(value).indexOf(Syntax.RANGE);
            if (range >= 0) {
                requireIs(comparison, signStart);
                Level min = one(Values.LEVELS, value.substring(0, range), start);
                Level max = one(Values.LEVELS, value.substring(range + Syntax.RANGE.length()), start + range + 2);
                if (min.compareTo(max) > 0) {
                    throw fault(Problem.NOT_COMPARABLE, start, quote(value), "the lower level first", "");
                }
                return new Query.Levels(min, max);
            }
            Level level = one(Values.LEVELS, value, start);
            return switch (comparison) {
                case IS -> new Query.Levels(level, level);
                case AT_LEAST -> new Query.Levels(level, Level.RED);
                case AT_MOST -> new Query.Levels(Level.NONE, level);
                case ABOVE -> new Query.Levels(neighbour(level, comparison, signStart, value), Level.RED);
                case BELOW -> new Query.Levels(Level.NONE, neighbour(level, comparison, signStart, value));
            };
        }

        /** The next level above, or below. */
        private Level neighbour(Level level, Comparison comparison, int signStart, String value) {
            Stream<Level> levels = Arrays.stream(Level.values());
            Optional<Level> neighbour = comparison == Comparison.ABOVE
                    ? levels.filter(other -> other.compareTo(level) > 0).min(Comparator.naturalOrder())
                    : levels.filter(other -> other.compareTo(level) < 0).max(Comparator.naturalOrder());
            return neighbour.orElseThrow(() -> fault(
                    Problem.NOT_COMPARABLE,
                    signStart,
                    quote(comparison.sign() + value),
                    "a comparison that some level meets: levels run from 无 to 红"));
        }

        private Query times(Comparison comparison, int signStart, String value, int start) {
            int range = Syntax.fold(value).indexOf(Syntax.RANGE);
            if (range >= 0) {
                requireIs(comparison, signStart);
                return new Query.BetweenTimes(
                        when(value.substring(0, range), start),
                        when(value.substring(range + Syntax.RANGE.length()), start + range + 2));
            }
            return new Query.AtTime(comparison, when(value, start));
        }

        private When when(String value, int start) {
            return WhenParser.parse(Syntax.fold(value))
                    .orElseThrow(
                            () -> fault(Problem.UNKNOWN_VALUE, start, "time " + quote(value), WhenParser.EXPECTED, ""));
        }

        private void requireIs(Comparison comparison, int signStart) {
            if (comparison != Comparison.IS) {
                throw fault(
                        Problem.NOT_COMPARABLE,
                        signStart,
                        quote(comparison.sign()) + " with a range",
                        ": in front of a range",
                        "");
            }
        }

        private Query school(String value, int start) {
            if (schools.named(value).isEmpty()) {
                throw fault(
                        Problem.UNKNOWN_SCHOOL,
                        start,
                        "school " + quote(value),
                        "the code, the name or an alias of a school",
                        "");
            }
            return new Query.AtSchool(value);
        }

        private <E extends Enum<E>> E one(Values<E> values, String name, int start) {
            return values.of(name)
                    .orElseThrow(() -> fault(
                            Problem.UNKNOWN_VALUE,
                            start,
                            name.isEmpty() ? "nothing" : quote(name),
                            values.allowed(),
                            NearMiss.of(Syntax.fold(name), values.allNames())));
        }

        private String bareWord() {
            int start = at;
            while (!atEnd() && Syntax.isWordCharacter(in.charAt(at))) {
                at++;
            }
            return in.substring(start, at);
        }

        private String quoted() {
            int open = at++;
            StringBuilder text = new StringBuilder();
            while (!atEnd() && !Syntax.isQuote(in.charAt(at))) {
                if (in.charAt(at) == '\\' && at + 1 < in.length()) {
                    at++;
                }
                text.append(in.charAt(at++));
            }
            if (atEnd()) {
                throw fault(
                        Problem.OPEN_QUOTE,
                        open,
                        "a quotation mark that is never closed",
                        "a second quotation mark",
                        "");
            }
            at++;
            skipSpaces();
            return text.toString();
        }

        /** Takes one of the operators if it stands here as a word of its own and is no field. */
        private boolean accept(Set<String> operators) {
            int start = at;
            String word = bareWord();
            if (operators.contains(word)) {
                skipSpaces();
                if (atEnd() || !Syntax.isComparison(in.charAt(at))) {
                    return true;
                }
            }
            at = start;
            return false;
        }

        private boolean startsOperand() {
            if (atEnd() || Syntax.fold(in.charAt(at)) == ')') {
                return false;
            }
            int start = at;
            boolean or = accept(Syntax.OR);
            at = start;
            return !or;
        }

        private void skipSpaces() {
            while (!atEnd() && Syntax.isSpace(in.charAt(at))) {
                at++;
            }
        }

        private boolean atEnd() {
            return at >= in.length();
        }

        private void deeper() {
            deeper(at);
        }

        private void deeper(int position) {
            if (++depth > MAX_DEPTH) {
                throw fault(Problem.TOO_BIG, position, "level " + depth + " of nesting", "at most " + MAX_DEPTH, "");
            }
        }

        private void countTerm(int position) {
            if (++terms > MAX_TERMS) {
                throw fault(Problem.TOO_BIG, position, "term " + terms, "at most " + MAX_TERMS, "");
            }
        }

        private QueryException unexpected(String expected) {
            if (atEnd()) {
                return fault(Problem.UNEXPECTED, in.length(), "the end of the query", expected);
            }
            int end = in.offsetByCodePoints(at, 1);
            return fault(Problem.UNEXPECTED, at, quote(in.substring(at, end)), expected);
        }

        private QueryException fault(Problem problem, int position, String found, String expected) {
            return fault(problem, position, found, expected, "");
        }

        private QueryException fault(Problem problem, int position, String found, String expected, String suggestion) {
            return new QueryException(problem, position, found, expected, suggestion);
        }

        private String quote(String text) {
            int longest = 40;
            return "'" + (text.length() <= longest ? text : text.substring(0, longest) + "…") + "'";
        }
    }
}
