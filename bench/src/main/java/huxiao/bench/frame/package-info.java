/** How right threat frames are, by words alone and with a dependency parser; start at {@link huxiao.bench.frame.Frames}. */
package huxiao.bench.frame;
