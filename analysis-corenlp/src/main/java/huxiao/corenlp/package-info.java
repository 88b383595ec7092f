/**
 * Stanford CoreNLP as a {@link huxiao.analysis.frame.DependencyParser}. GPL-3.0-or-later, unlike all other modules; built with
 * {@code -Pcorenlp} alone. Knows words and arcs, nothing of posts. Start reading at {@link huxiao.corenlp.CoreNlpParser}.
 */
package huxiao.corenlp;
