/**
 * The HTTP server: starts the console and the REST API on one port and guards both.
 *
 * <p>Nothing here is static, so several servers can run in one JVM. Start reading at {@link huxiao.server.web.WebServer}; who may
 * see what is in {@link huxiao.server.web.access}, the pages are in {@link huxiao.server.web.console}, the REST API in
 * {@link huxiao.server.api}.
 */
package huxiao.server.web;
