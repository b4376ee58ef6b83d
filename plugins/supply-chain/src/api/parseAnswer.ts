import type { z } from 'zod';
import { SupplyChainError } from './SupplyChainError';

/** Problems of a shape named in an error at most: the first tells, the rest follow from it. */
const NAMED_ISSUES = 2;

/** Parses an answer once, at the door. What cannot be read is an error that names the field, never the content. */
export function parseAnswer<T>(
  schema: z.ZodType<T>,
  value: unknown,
  what: string,
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues
    .slice(0, NAMED_ISSUES)
    .map(issue => issue.path.join('.') || 'the answer itself')
    .join(', ');
  throw new SupplyChainError(
    'unreadable',
    `The supply chain backend answered ${what} in a form that this page cannot read (${fields}). Frontend and backend plugin may have different versions.`,
  );
}
