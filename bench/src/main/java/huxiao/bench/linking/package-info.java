/** How often exactly the right schools are linked, on posts written for the purpose ({@code bench/data/linking}). Start reading at {@code Linking}. */
package huxiao.bench.linking;
