/** Longer than any of these tests should wait for an event on loopback. */
const PATIENCE_MS = 4000;

/** Waits for what a peer's event loop will bring about: polls once a turn. */
export async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > end)
      throw new Error(`waited ${PATIENCE_MS} ms in vain for: ${holds}`);
    await new Promise(resolve => setImmediate(resolve));
  }
}
