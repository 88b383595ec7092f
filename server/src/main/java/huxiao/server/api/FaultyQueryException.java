package huxiao.server.api;

import huxiao.index.query.QueryException;
import java.util.function.Supplier;

/** A request whose body holds a query that cannot be understood; nothing of it was done. */
final class FaultyQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final transient QueryException fault;

    private FaultyQueryException(String pointer, QueryException fault) {
        super(fault.getMessage(), fault);
        this.pointer = pointer;
        this.fault = fault;
    }

    /** Does what may find a fault in the query at a pointer. */
    static <T> T at(String pointer, Supplier<T> step) {
        try {
            return step.get();
        } catch (QueryException e) {
            throw new FaultyQueryException(pointer, e);
        }
    }

    /** Where the query stands in the body. */
    String pointer() {
        return pointer;
    }

    /** What is wrong with it. */
    QueryException fault() {
        return fault;
    }
}
