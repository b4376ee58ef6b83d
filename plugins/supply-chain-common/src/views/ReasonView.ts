import { z } from 'zod';
import { reasonMessages, type ReasonMessageKey } from '../texts/reasonMessages';

const messageKeys = Object.keys(reasonMessages) as [
  ReasonMessageKey,
  ...ReasonMessageKey[],
];

/** One difference behind a build. `redacted`: the values are hidden from the person who asks. */
export const changeViewSchema = z.object({
  /** What differs, for example `source.revision`, `env.BP_NODE_VERSION`, `buildpack acme/node-engine`. */
  path: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  old: z.string().optional(),
  new: z.string().optional(),
  redacted: z.boolean(),
});

export type ChangeView = z.infer<typeof changeViewSchema>;

/**
 * Why a build ran. `title` is the English sentence: the template `message` of texts/reasonMessages.ts filled with
 * `params`; both are there, so that a page can say it in another language.
 */
export const reasonViewSchema = z.object({
  kind: z.enum([
    'first-build',
    'source',
    'config',
    'buildpack',
    'stack',
    'lifecycle',
    'trigger',
    'by-hand',
    'unknown',
  ]),
  /** What kpack called it (`CONFIG`), absent where kpack gave no reason. */
  said: z.string().optional(),
  title: z.string(),
  message: z.enum(messageKeys),
  /** Parameters of the title's template, for example `{ revision: '433a68c' }`. */
  params: z.record(z.string(), z.string()),
  details: z.array(changeViewSchema),
});

export type ReasonView = z.infer<typeof reasonViewSchema>;
