/**
 * Who may see and do what: people, their roles, and the register as each of them sees it.
 *
 * <p>Console and API reach alerts, hazards, schools and posts only through the scoped views here, so that a rule is written once.
 * Knows nothing of pages or JSON. Start reading at {@link huxiao.server.web.access.Person}.
 */
package huxiao.server.web.access;
