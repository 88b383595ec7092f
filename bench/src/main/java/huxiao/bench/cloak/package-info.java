/**
 * Hides the danger words of texts as people hide them from filters, for measuring and for training. It does not know how the
 * analysis reads hidden words and has tables of its own. Start reading at {@link huxiao.bench.cloak.Cloaker}.
 */
package huxiao.bench.cloak;
