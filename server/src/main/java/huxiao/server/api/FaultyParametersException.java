package huxiao.server.api;

import java.util.List;

/** A request whose query string has one fault or more; each fault's member names the parameter. */
final class FaultyParametersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    FaultyParametersException(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
