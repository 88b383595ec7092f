/** Tests of the readable engine. */
package huxiao.index.memory;
