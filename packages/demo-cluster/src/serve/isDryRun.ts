import type { ApiCall } from './ApiCall.ts';

/** `dryRun=All`: everything is checked, nothing is kept. */
export function isDryRun({ exchange }: ApiCall): boolean {
  return exchange.url.searchParams.getAll('dryRun').includes('All');
}
