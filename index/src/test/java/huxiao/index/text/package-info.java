/** Tests of how texts are cut and marked. */
package huxiao.index.text;
