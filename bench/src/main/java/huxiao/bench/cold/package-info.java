/** Real everyday text (COLD, Deng et al., EMNLP 2022, arXiv 2201.06025) as posts that mention schools, for runs of speed and false alarms. */
package huxiao.bench.cold;
