/**
 * One alert per event: which alert a dangerous post belongs to.
 *
 * <p>Pure functions over fingerprints and times; no text is kept here. Start reading at {@link huxiao.streaming.group.EventGrouping}.
 */
package huxiao.streaming.group;
