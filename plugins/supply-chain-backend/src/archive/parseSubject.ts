import { z } from 'zod';
import type { Subject } from '../service/Subject';

const subjectSchema = z.object({
  kind: z.enum(['Workload', 'Image']),
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  labels: z.record(z.string(), z.string()),
});

/** Undefined when it is none: without a subject nobody can be allowed to see anything. */
export function parseSubject(value: unknown): Subject | undefined {
  const parsed = subjectSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
