/**
 * The demo city 沧澜市: web servers on 127.0.0.2 to 127.0.0.7 that look like a town's forum, newspaper and micro-blog, and
 * are crawled like any other site; a receiver for its webhooks; and what its schools have entered in the register.
 *
 * <p>Start reading at {@link huxiao.server.demo.DemoCity}. What the city says stands in {@code config/demo/posts.jsonl}; what
 * a careful officer would make of it stands apart in {@code config/demo/truth.jsonl} and is read by no code that runs.
 */
package huxiao.server.demo;
