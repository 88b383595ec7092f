/**
 * What a search, or another threshold, would have found in the days before: computed from what is kept, with the rights of whoever
 * asks. Changes nothing and knows no HTTP. Start reading at {@code Backtests}.
 */
package huxiao.server.web.backtest;
