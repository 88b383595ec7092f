/**
 * The console: server-rendered pages for analysts, police and schools.
 *
 * <p>Every page works without JavaScript; htmx refreshes parts. Templates and messages are in the resources. Start reading at
 * {@link huxiao.server.web.console.AlertPages}.
 */
package huxiao.server.web.console;
