/**
 * The REST API under {@code /api/v1}: strict JSON in, records out, faults as problem details (RFC 9457).
 *
 * <p>Holds no rule of its own about who may see what; that is {@link huxiao.server.web.access}. Start reading at
 * {@link huxiao.server.api.AlertResource}.
 */
package huxiao.server.api;
