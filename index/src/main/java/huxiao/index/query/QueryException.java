package huxiao.index.query;

import java.util.Objects;
import java.util.Optional;

/** A query that cannot be understood or is not allowed; says where, what was found and what is expected. */
public final class QueryException extends RuntimeException {
    /** What is wrong, for a caller that has its own words. */
    public enum Problem {
        /** Something stands where it may not. */
        UNEXPECTED,
        /** A quotation mark without its partner. */
        OPEN_QUOTE,
        /** A word or phrase of signs alone. */
        NO_WORD,
        /** A field that does not exist. */
        UNKNOWN_FIELD,
        /** A field that would find posts by a person; there is none, by design. */
        PERSON_REFUSED,
        /** A value that the field does not have. */
        UNKNOWN_VALUE,
        /** A name that no school has. */
        UNKNOWN_SCHOOL,
        /** A comparison or range that the field does not know. */
        NOT_COMPARABLE,
        /** A wildcard where none may stand. */
        WILDCARD,
        /** Too long, too many terms or nested too deep. */
        TOO_BIG
    }

    private final Problem problem;
    private final int position;
    private final String found;
    private final String expected;
    private final String suggestion;

    QueryException(Problem problem, int position, String found, String expected, String suggestion) {
        super("query, position " + position + ": found " + found + "; expected " + expected
                + (suggestion.isEmpty() ? "" : "; did you mean " + suggestion + "?"));
        this.problem = Objects.requireNonNull(problem, "problem");
        this.position = position;
        this.found = found;
        this.expected = expected;
        this.suggestion = suggestion;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** Where it begins: UTF-16 units from 0 in the query as given. */
    public int position() {
        return position;
    }

    /** What stands there. */
    public String found() {
        return found;
    }

    /** What is allowed there. */
    public String expected() {
        return expected;
    }

    /** What was probably meant. */
    public Optional<String> suggestion() {
        return suggestion.isEmpty() ? Optional.empty() : Optional.of(suggestion);
    }
}
