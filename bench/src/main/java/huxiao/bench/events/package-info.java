/** Measures how well posts that tell of one event are known to do so. Start reading at {@link huxiao.bench.events.Events}. */
package huxiao.bench.events;
