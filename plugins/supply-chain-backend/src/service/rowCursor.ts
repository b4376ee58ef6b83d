import { z } from 'zod';
import type { WorkloadsQuery } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RowKey } from './rowOrder';

const schema = z.tuple([z.string(), z.array(z.string()).min(1).max(4)]);

/** A place in a list: after the row of this key. It stays good while rows come and go. */
export const rowCursor = {
  write: (sort: WorkloadsQuery['sort'], after: RowKey): string =>
    Buffer.from(JSON.stringify([sort, after])).toString('base64url'),

  /** Undefined for anything that is not a cursor of this order. */
  read(text: string, sort: WorkloadsQuery['sort']): RowKey | undefined {
    try {
      const json: unknown = JSON.parse(
        Buffer.from(text, 'base64url').toString('utf8'),
      );
      const parsed = schema.safeParse(json);
      return parsed.success && parsed.data[0] === sort
        ? parsed.data[1]
        : undefined;
    } catch {
      return undefined;
    }
  },
};
