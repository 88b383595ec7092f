/**
 * Reaching PostgreSQL: the address of a server, or a real server of one's own in a folder.
 *
 * <p>Knows nothing of what is stored there. Start reading at {@link huxiao.register.database.EmbeddedDatabase}.
 */
package huxiao.register.database;
