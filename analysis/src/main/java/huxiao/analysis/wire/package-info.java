/**
 * The lines that {@code score} and {@code replay} read and write; their form is promised in docs/formats.md.
 *
 * <p>Knows JSON and the records, nothing of how posts are judged. Start reading at {@code PostLine}.
 */
package huxiao.analysis.wire;
