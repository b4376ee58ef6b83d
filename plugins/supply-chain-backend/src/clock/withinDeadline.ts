import type { Clock } from './Clock';
import { Deadline } from './Deadline';

/** Runs `work` with a deadline that it sets itself, and that ends with it. */
export async function withinDeadline<T>(
  clock: Clock,
  signal: AbortSignal,
  work: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const deadline = new Deadline(clock, signal);
  try {
    return await work(deadline);
  } finally {
    deadline.end();
  }
}
