/**
 * The record of what people did: schools, hazards, alerts, deliveries, changes and audit in PostgreSQL.
 *
 * <p>Decides membership of alerts in one transaction. Start reading at {@link huxiao.register.Register}, then {@link
 * huxiao.register.AlertBook}; the tables are in {@code db/migration}.
 */
package huxiao.register;
