/** What the encoder gives as it was published, with a small head: a baseline of the model card. Built only with the profile {@code train}. */
package huxiao.bench.frozen;
