import { z } from 'zod';

/** What a log that is followed may have at most, set by whoever runs the backend (`supplyChain.logs`). */
export const logBoundSchema = z.enum(['bytes', 'lines', 'seconds']);

export type LogBound = z.infer<typeof logBoundSchema>;
