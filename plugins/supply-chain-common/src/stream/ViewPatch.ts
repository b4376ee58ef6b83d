import { z } from 'zod';

/**
 * How to make a view out of the one before. Smaller than JSON Patch for lists that are sorted anew (a row that moves is
 * two runs, and no index shifts while it is applied), and it can set `null`, which merge patch cannot.
 */
export type ViewPatch =
  /** This value instead. */
  | { set: unknown }
  /** An object: fields that changed or came, and fields that went. */
  | { fields: [name: string, patch: ViewPatch][]; drop?: string[] | undefined }
  /** A list, put together from the beginning. */
  | { items: ItemPatch[] };

/** The next items of a list. */
export type ItemPatch =
  /** So many of the list before, from an index on, as they were. */
  | { keep: [from: number, count: number] }
  /** The one at this index before, changed. */
  | { at: number; patch: ViewPatch }
  /** A new one. */
  | { set: unknown };

const index = z.number().int().nonnegative();

/** `set` has to be there, `null` counts: an object of another kind must not pass for one that sets nothing. */
const setSchema = z.object({
  set: z.unknown().refine(value => value !== undefined),
});

export const viewPatchSchema: z.ZodType<ViewPatch> = z.lazy(() =>
  z.union([
    setSchema,
    z.object({
      fields: z.array(z.tuple([z.string(), viewPatchSchema])),
      drop: z.array(z.string()).optional(),
    }),
    z.object({ items: z.array(itemPatchSchema) }),
  ]),
);

export const itemPatchSchema: z.ZodType<ItemPatch> = z.lazy(() =>
  z.union([
    z.object({ keep: z.tuple([index, index]) }),
    z.object({ at: index, patch: viewPatchSchema }),
    setSchema,
  ]),
);
