/**
 * The command line: {@code up}, {@code demo}, {@code score}, {@code replay}, {@code search}, {@code feedback}, {@code shadow}.
 *
 * <p>Standard output is for data, standard error for people. Each command's formats are in docs/formats.md and stay stable.
 */
package huxiao.server.cli;
