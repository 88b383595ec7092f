package huxiao.register;

/**
 * A place in the {@link ChangeFeed}, to be kept in a checkpoint.
 *
 * @param xid transaction id of the last change read
 * @param sequence its number
 */
public record ChangePosition(long xid, long sequence) implements Comparable<ChangePosition> {
    /** Before the first change. */
    public static final ChangePosition START = new ChangePosition(0, 0);

    /** The place right behind a change. */
    public static ChangePosition of(RegisterChange change) {
        return new ChangePosition(change.xid(), change.sequence());
    }

    @Override
    public int compareTo(ChangePosition other) {
        int byTransaction = Long.compare(xid, other.xid);
        return byTransaction != 0 ? byTransaction : Long.compare(sequence, other.sequence);
    }
}
