/**
 * Milliseconds in which what is done at once, or in time that grows with its input alone, has ended on
 * any machine, however much it has to do. What waits for ever, or grows with the square of its input,
 * has not. How fast things are is for the benchmarks to say.
 */
export const patience = 15_000;
