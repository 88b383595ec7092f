package huxiao.index.query;

import huxiao.index.query.QueryException.Problem;
import huxiao.index.text.Tokens;
import huxiao.model.Level;
import java.time.DayOfWeek;
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

    /** The longest that the words and phrases of all {@code NEAR} of one query are together, UTF-16 units: engines look at each. */
    public static final int MAX_NEAR_LENGTH = 128;

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
                    Problem.TOO_BIG,
                    MAX_LENGTH,
                    query.length() + " characters",
                    "at most " + MAX_LENGTH + "; search for its parts one after the other",
                    "");
        }
        return new Parsing(query).whole();
    }

    private final class Parsing {
        private static final String NEAR_OPERAND = "a word or a phrase";
        private static final int MAX_DIGITS = 9;

        private final String in;
        private int at;
        private int depth;
        private int terms;
        private int nearLength;

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

        /** {@code not = ( "NOT" | "非" | "-" ) not | near}. */
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
            return near();
        }

        private Query negated() {
            Query part = not();
            depth--;
            return new Query.Not(part);
        }

        /** {@code near = primary [ ( "NEAR" | "邻近" ) "/" distance primary ]}. */
        private Query near() {
            int start = at;
            Query first = primary();
            int operator = at;
            Optional<String> written = nearOperator();
            if (written.isEmpty()) {
                return first;
            }
            Query.Text left = nearOperand(start, operator, first);
            int distance = distance(operator, written.get());
            if (!atEnd() && Syntax.isMinus(in.charAt(at))) {
                throw unexpected(NEAR_OPERAND);
            }
            int second = at;
            Query right = primary();
            int next = at;
            if (nearOperator().isPresent()) {
                throw fault(
                        Problem.UNEXPECTED,
                        next,
                        "a second " + quote(written.get()),
                        "AND, OR or the end of the query: NEAR joins two; of three write a NEAR/10 b AND b NEAR/10 c");
            }
            return new Query.Near(left, nearOperand(second, next, right), distance);
        }

        /** Takes the operator if it stands here. */
        private Optional<String> nearOperator() {
            int start = at;
            String word = bareWord();
            if (Syntax.isNear(word)) {
                skipSpaces();
                if (atEnd() || !Syntax.isComparison(in.charAt(at))) {
                    return Optional.of(word);
                }
            }
            at = start;
            return Optional.empty();
        }

        private Query.Text nearOperand(int start, int end, Query operand) {
            if (!(operand instanceof Query.Text text)) {
                throw fault(
                        Problem.UNEXPECTED,
                        start,
                        quote(in.substring(start, end).strip()) + " beside NEAR",
                        NEAR_OPERAND + "; of alternatives write (a NEAR/10 c) OR (b NEAR/10 c)");
            }
            nearLength += text.text().length();
            if (nearLength > MAX_NEAR_LENGTH) {
                throw fault(
                        Problem.TOO_BIG,
                        start,
                        nearLength + " characters beside NEAR",
                        "at most " + MAX_NEAR_LENGTH + " in all words and phrases beside NEAR together");
            }
            return text;
        }

        private int distance(int start, String operator) {
            int slash = Syntax.fold(operator).indexOf(Syntax.DISTANCE);
            String written = slash < 0 ? "" : Syntax.fold(operator.substring(slash + 1));
            boolean number = !written.isEmpty()
                    && written.length() <= MAX_DIGITS
                    && written.chars().allMatch(c -> c >= '0' && c <= '9');
            if (number && Integer.parseInt(written) <= Query.Near.MAX_DISTANCE) {
                return Integer.parseInt(written);
            }
            throw fault(
                    Problem.UNKNOWN_VALUE,
                    start,
                    quote(operator),
                    "NEAR/ and at most how many characters lie between, from 0 to " + Query.Near.MAX_DISTANCE
                            + "; in quotes the word itself can be searched for",
                    Syntax.near(number ? Query.Near.MAX_DISTANCE : Syntax.USUAL_DISTANCE));
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
            return WildcardRules.isMeant(word) ? wildcard(start, word) : text(start, word, false);
        }

        private Query wildcard(int start, String word) {
            Optional<WildcardRules.Fault> wrong = WildcardRules.faultOf(word);
            if (wrong.isPresent()) {
                WildcardRules.Fault fault = wrong.get();
                throw fault(
                        fault.problem(),
                        start + fault.offset(),
                        quote(word),
                        fault.expected() + "; * alone means every post, in quotes the signs are passed over",
                        fault.suggestion());
            }
            countTerm(start);
            return new Query.Wildcard(word);
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
                case STATUS -> new Query.WithStatus(one(Values.STATUSES, value, valueStart));
                case SCHOOL -> school(value, valueStart);
                case DISTRICT -> new Query.InDistrict(value);
                case SOURCE -> new Query.FromSource(value);
                case HOUR -> hours(value, valueStart);
                case WEEKDAY -> days(value, valueStart);
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

        private Query hours(String value, int start) {
            int range = Syntax.fold(value).indexOf(Syntax.RANGE);
            if (range < 0) {
                int hour = hour(value, start);
                return new Query.HoursOfDay(hour, hour);
            }
            return new Query.HoursOfDay(
                    hour(value.substring(0, range), start),
                    hour(value.substring(range + Syntax.RANGE.length()), start + range + 2));
        }

        private int hour(String value, int start) {
            String digits = Syntax.fold(value);
            boolean number = digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            int hour = number && !digits.isEmpty() ? Integer.parseInt(digits) : HourOfWeek.PER_DAY;
            if (hour >= HourOfWeek.PER_DAY) {
                throw fault(
                        Problem.UNKNOWN_VALUE,
                        start,
                        value.isEmpty() ? "nothing" : quote(value),
                        "an hour from 0 to 23, or a range of hours such as 22..6");
            }
            return hour;
        }

        private Query days(String value, int start) {
            int range = Syntax.fold(value).indexOf(Syntax.RANGE);
            if (range < 0) {
                DayOfWeek day = one(Values.DAYS, value, start);
                return new Query.DaysOfWeek(day, day);
            }
            return new Query.DaysOfWeek(
                    one(Values.DAYS, value.substring(0, range), start),
                    one(Values.DAYS, value.substring(range + Syntax.RANGE.length()), start + range + 2));
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
                        in.length() - open <= NearMiss.LONGEST
                                ? in.substring(open).strip() + '"'
                                : "");
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
                throw fault(
                        Problem.TOO_BIG,
                        position,
                        "level " + depth + " of nesting",
                        "at most " + MAX_DEPTH + "; brackets around a single part can be left out",
                        "");
            }
        }

        private void countTerm(int position) {
            if (++terms > MAX_TERMS) {
                throw fault(
                        Problem.TOO_BIG,
                        position,
                        "term " + terms,
                        "at most " + MAX_TERMS + " words, phrases and fields; search for its parts one after the other",
                        "");
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
