/**
 * What people did in the register, as a Flink source (FLIP-27): a snapshot of all that is open, then the change table from there.
 *
 * <p>Start reading at {@link huxiao.streaming.change.ChangeSource}.
 */
package huxiao.streaming.change;
