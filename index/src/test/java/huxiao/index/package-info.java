/** The contract that every engine passes, and the posts it is tried with. */
package huxiao.index;
