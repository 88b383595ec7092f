/**
 * Puts the parts together and starts them: configuration, data folder, database, index, job, delivery and web.
 *
 * <p>Start reading at {@link huxiao.server.run.Service}.
 */
package huxiao.server.run;
