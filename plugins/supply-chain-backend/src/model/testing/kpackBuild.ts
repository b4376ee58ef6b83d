import type { BuildObject } from '../objects/BuildObject';
import { readBuild } from '../objects/readBuild';

/** A Build of which kpack says this, made when the recording began. */
export function kpackBuild(
  status: object = {},
  created = '2026-11-22T21:00:00Z',
): BuildObject {
  return readBuild({
    metadata: { name: 'b', namespace: 'ns', creationTimestamp: created },
    status,
  });
}

/** Status of a Build with a pod, by its condition. */
export const succeeded = (status: string, more: object = {}) => ({
  podName: 'p',
  conditions: [{ type: 'Succeeded', status, ...more }],
});
