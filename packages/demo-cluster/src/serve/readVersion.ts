import { StatusError } from '../http/StatusError.ts';

/** A resourceVersion of a query; '' is 0. What is no number is a 500, as the API server has it. */
export function readVersion(text: string): number {
  if (text === '') return 0;
  if (/^\d+$/.test(text)) return Number(text);
  throw new StatusError(
    500,
    undefined,
    `resourceVersion: Invalid value: ${JSON.stringify(
      text,
    )}: strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`,
  );
}
