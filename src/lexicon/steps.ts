/** Long work in small steps: a generator that gives nothing until it returns what was made. */

/** Does all of it at once. */
export function whole<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
