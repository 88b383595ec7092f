/**
 * HTTP API, console, notification delivery and command line; starts the embedded everything.
 *
 * <p>Nothing depends on it. Start reading at {@code Main}.
 */
package huxiao.server;
