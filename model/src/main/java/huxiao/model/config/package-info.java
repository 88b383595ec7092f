/**
 * Reading what an operator may edit: YAML with the place of every value, and {@code schools.csv}.
 *
 * <p>Every fault names file, line, key, what was found and what is allowed ({@link huxiao.model.config.ConfigException}). Each
 * module turns a {@link huxiao.model.config.ConfigNode} into a settings record of its own; this package knows no setting.
 */
package huxiao.model.config;
