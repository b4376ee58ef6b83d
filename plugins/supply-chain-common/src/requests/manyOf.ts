import { z } from 'zod';

/** A filter of a query that may be repeated or hold several values with commas between. */
export function manyOf<T extends string>(of: z.ZodType<T>) {
  return z.preprocess(
    value =>
      value === undefined || value === ''
        ? []
        : (Array.isArray(value) ? value : [value]).flatMap(each =>
            typeof each === 'string' ? each.split(',').filter(Boolean) : [each],
          ),
    z.array(of).max(200),
  );
}
