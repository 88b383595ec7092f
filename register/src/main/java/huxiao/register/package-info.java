/**
 * The record of what people did: schools, hazards, alerts, deliveries, changes and audit in PostgreSQL.
 *
 * <p>Decides membership of alerts in one transaction. Start reading at {@code Register}.
 */
package huxiao.register;
