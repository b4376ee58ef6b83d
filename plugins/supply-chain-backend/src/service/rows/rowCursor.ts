import { z } from 'zod';
import type { WorkloadsQuery } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RowKey } from './rowOrder';

/** A place in a list: after the row of this key, in the order that the list had at a moment. */
export interface RowPlace {
  readonly after: RowKey;
  /** When the first page was read; of use only to the table that says so. */
  readonly began?: { readonly table: string; readonly moment: number };
}

const schema = z.tuple([
  z.string(),
  z.array(z.string()).min(1).max(4),
  z.tuple([z.string(), z.number().int().nonnegative()]).optional(),
]);

/** A place as text. It stays good while rows come, go and change. */
export const rowCursor = {
  write(sort: WorkloadsQuery['sort'], { after, began }: RowPlace): string {
    const json = [sort, after, ...(began ? [[began.table, began.moment]] : [])];
    return Buffer.from(JSON.stringify(json)).toString('base64url');
  },

  /** Undefined for anything that is not a cursor of this order. */
  read(text: string, sort: WorkloadsQuery['sort']): RowPlace | undefined {
    try {
      const json: unknown = JSON.parse(
        Buffer.from(text, 'base64url').toString('utf8'),
      );
      const parsed = schema.safeParse(json);
      if (!parsed.success) return undefined;
      const [of, after, began] = parsed.data;
      if (of !== sort) return undefined;
      return began
        ? { after, began: { table: began[0], moment: began[1] } }
        : { after };
    } catch {
      return undefined;
    }
  },
};
