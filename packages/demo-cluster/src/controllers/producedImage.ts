import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import type { KubeObject } from '../state/KubeObject.ts';

const REFERENCE = /^[^@\s]+@sha256:[0-9a-f]{64}$/;

/** The image that a finished run made, as one reference. */
export function producedImage(final: KubeObject): string | undefined {
  const latest = textAt(final, 'status', 'latestImage');
  if (latest !== undefined) return latest;
  const values = ['results', 'taskResults', 'pipelineResults']
    .flatMap(field => listAt(final, 'status', field))
    .map(result => textAt(result, 'value')?.trim() ?? '');
  return values.find(value => REFERENCE.test(value));
}
