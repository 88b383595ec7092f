/**
 * Brings what the register wants told to its receivers: webhooks by the Standard Webhooks specification, and mail.
 *
 * <p>Knows nothing of why an alert was raised and decides nothing about who is told; the register froze both when it wrote
 * the delivery. Start reading at {@link huxiao.server.notify.Dispatcher}.
 */
package huxiao.server.notify;
