/**
 * The sentence encoder: text to tokens, tokens through ONNX Runtime to the log-odds of each {@link huxiao.analysis.encoder.Answer}.
 */
package huxiao.analysis.encoder;
