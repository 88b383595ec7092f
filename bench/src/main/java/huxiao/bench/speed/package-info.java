/** How many posts one core gets through, beside what a reader of the same text would use instead. */
package huxiao.bench.speed;
