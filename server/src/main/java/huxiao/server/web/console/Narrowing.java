package huxiao.server.web.console;

import huxiao.index.query.Query;
import huxiao.index.query.QueryException;
import huxiao.index.query.QueryParser;
import huxiao.index.query.QueryPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A query as it was typed, with a condition more or one less. What was typed stays as it is where a condition is added. */
final class Narrowing {
    private final String typed;
    private final Query query;
    private final QueryParser parser;

    /**
     * @param typed what the parser understood
     */
    Narrowing(String typed, QueryParser parser) {
        this.typed = typed.strip();
        this.query = parser.parse(typed);
        this.parser = parser;
    }

    /** The query and the condition; empty when that would be too long, or the condition cannot be written. */
    public Optional<String> with(Query condition) {
        String added = QueryPrinter.print(condition);
        String narrowed = query instanceof Query.Everything
                ? added
                : query instanceof Query.Or ? "(" + typed + ") " + added : typed + " " + added;
        try {
            parser.parse(narrowed);
            return Optional.of(narrowed);
        } catch (QueryException e) {
            return Optional.empty();
        }
    }

    /** Whether the query asks for the condition already, beside whatever else. */
    boolean has(Query condition) {
        return parts(query).containsAll(parts(condition));
    }

    /** The query without a condition that it has. */
    String without(Query condition) {
        List<Query> left = new ArrayList<>(parts(query));
        left.removeAll(parts(condition));
        if (left.isEmpty()) {
            return "";
        }
        return QueryPrinter.print(left.size() == 1 ? left.get(0) : new Query.And(left));
    }

    private static List<Query> parts(Query query) {
        return query instanceof Query.And all ? all.parts() : List.of(query);
    }
}
