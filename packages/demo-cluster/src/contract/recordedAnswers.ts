import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One request to a real server (v1.34.4) and what it answered, without managedFields. */
export interface RecordedAnswer {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  /** admin, backstage, viewer, nobody, wrong */
  readonly as: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly send?: unknown;
  readonly status: number;
  readonly type: string;
  /** Text, an object, or for watches the events. */
  readonly body: unknown;
}

/** By name, from `__fixtures__`; `directory` is this folder. */
export function recordedAnswers(
  directory: string,
): ReadonlyMap<string, RecordedAnswer> {
  const packed = readFileSync(
    `${directory}/__fixtures__/recordedAnswers.json.gz`,
  );
  const answers = JSON.parse(gunzipSync(packed).toString('utf8')) as Record<
    string,
    RecordedAnswer
  >;
  return new Map(Object.entries(answers));
}
