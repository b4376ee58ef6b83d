import { z } from 'zod';

/** The row that a page ends with, in the order of the list. */
export type ImageKey = readonly [
  phase: number,
  namespace: string,
  name: string,
  cluster: string,
];

const schema = z.tuple([
  z.number().int().min(0).max(99),
  z.string(),
  z.string(),
  z.string(),
]);

/** A place in the list of images as text. It stays good while images come, go and change. */
export const imageCursor = {
  write(key: ImageKey): string {
    return Buffer.from(JSON.stringify(key)).toString('base64url');
  },

  /** Undefined for anything that is no cursor. */
  read(text: string): ImageKey | undefined {
    try {
      const json: unknown = JSON.parse(
        Buffer.from(text, 'base64url').toString('utf8'),
      );
      return schema.safeParse(json).data;
    } catch {
      return undefined;
    }
  },
};
