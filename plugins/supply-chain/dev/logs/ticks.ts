/** ms between two lines. */
const PACE = 300;

/** A log that goes on until nobody looks at it any more. */
export async function* ticks(signal: AbortSignal): AsyncGenerator<string> {
  for (let n = 1; !signal.aborted; n += 1) {
    yield `\u001b[2m${new Date().toISOString()}\u001b[0m tick ${n}\n`;
    await new Promise(resolve => setTimeout(resolve, PACE));
  }
}
