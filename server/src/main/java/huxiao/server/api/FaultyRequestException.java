package huxiao.server.api;

import java.util.List;

/** A request with one fault or more; nothing of it was done. */
public final class FaultyRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** All faults that were found. */
    public FaultyRequestException(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    /** A single fault. */
    public FaultyRequestException(Fault fault) {
        this(List.of(fault));
    }

    /** The faults, at least one. */
    public List<Fault> faults() {
        return faults;
    }
}
