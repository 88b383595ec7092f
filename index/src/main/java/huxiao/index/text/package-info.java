/**
 * What counts as a word of a post or of a query: the one place in which texts are cut, shared by every engine and by the
 * highlights, so that all of them agree.
 *
 * <p>A text is cut twice: into the segmenter's words, which know variants, and into single characters, which know nothing and
 * therefore miss nothing. Words are found where either cut has them one after the other. Start reading at
 * {@link huxiao.index.text.Tokens}.
 */
package huxiao.index.text;
