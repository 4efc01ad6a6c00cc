/** Long work beside a reader who types: a slice of it, then whatever has come in meanwhile, then the next. */

/** Milliseconds: with what else a frame takes, keys are answered in the next one. */
const SLICE = 10;

/** @throws what `signal` is aborted with; no more is done then. */
export async function inSlices<T>(work: Generator<undefined, T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
}
