/**
 * The parts of docs/model-card.md that are measured: intervals, reliability, ordinary posts, diversity, districts and dialects, speed,
 * and what each part of the judge adds. Start reading at {@code Report}.
 */
package huxiao.bench.report;
