import { z } from 'zod';

/** What a configuration file holds: text, never rendered as anything else. */
export const configFileSchema = z.object({
  name: z.string(),
  text: z.string(),
  /** There is more of it than is shown. */
  cut: z.boolean(),
  /** Values of environment variables in it are hidden from the person who asks. */
  redacted: z.boolean(),
  /** The Kubernetes objects in it: `Service.serving.knative.dev checkout`. */
  objects: z.array(z.string()),
});

export type ConfigFile = z.infer<typeof configFileSchema>;

/** Configuration that is handed on as files. */
export const configFactsSchema = z.object({
  kind: z.literal('config'),
  files: z.array(configFileSchema),
  /** The files are what went on to the next stage, proved by the digest; `unproved`: they are others by now, or only a part went on; `unknown`: there is no digest. */
  handedOn: z.enum(['proved', 'unproved', 'unknown']),
});

export type ConfigFacts = z.infer<typeof configFactsSchema>;
