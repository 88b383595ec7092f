/**
 * One picture per school: alerts, hazards, overdue work and shortfalls against the standards as a sum of named, capped parts.
 *
 * <p>Pure functions. Start reading at {@link huxiao.streaming.merge.RiskMerge}.
 */
package huxiao.streaming.merge;
