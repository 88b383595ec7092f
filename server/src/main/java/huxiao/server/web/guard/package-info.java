/**
 * The doors: login, API keys, security headers, limits.
 *
 * <p>Says who somebody is; what they may see is {@link huxiao.server.web.access}. Start reading at
 * {@code SecurityConfiguration}.
 */
package huxiao.server.web.guard;
