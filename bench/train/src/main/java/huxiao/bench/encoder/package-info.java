/**
 * Fine-tunes the sentence encoder for this task with DJL on PyTorch and writes it as an int8 ONNX graph. Built only with the profile
 * {@code train}; nothing depends on it.
 */
package huxiao.bench.encoder;
