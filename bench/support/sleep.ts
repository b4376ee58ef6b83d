/** A measurement lasts; there is no event to wait for. */
export function sleep(ms: number): Promise<void> {
  return new Promise(done => setTimeout(done, ms));
}
