/**
 * Where results go: posts into the index, risks into the register. Both write under ids derived from content, so that a replay
 * changes nothing.
 */
package huxiao.streaming.publish;
