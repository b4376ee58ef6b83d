import { RegistryError } from './errors/RegistryError';

/** The body of an answer, or `too-large` as soon as it is longer than `most` bytes, whatever its header says. */
export async function readBody(
  response: Response,
  most: number,
  host: string,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (!response.body) return Buffer.alloc(0);
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts);
    size += value.length;
    if (size > most) {
      // Not awaited: a registry that goes on sending must not hold us.
      void reader.cancel().catch(() => {});
      throw new RegistryError('too-large', host);
    }
    parts.push(value);
  }
}
