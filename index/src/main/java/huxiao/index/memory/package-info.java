/**
 * The readable engine: says by plain loops what every engine must answer. For tests and small sets; nothing outlives the
 * process. Start reading at {@link huxiao.index.memory.InMemoryIndex}.
 */
package huxiao.index.memory;
