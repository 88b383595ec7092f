/**
 * Chinese words of time into windows, reckoned from the time of a post: 明天放学后, 三天后, 国庆前.
 *
 * <p>Knows text in normal form and a clock's zone, nothing of posts or danger. Start reading at {@link TimeExpressions}.
 */
package huxiao.analysis.time;
