import { z } from 'zod';

/** A moment as Kubernetes writes it: RFC 3339, UTC, seconds or finer, for example `2026-11-22T21:28:49Z`. */
export const instantSchema = z.string().min(1);

export type Instant = z.infer<typeof instantSchema>;
