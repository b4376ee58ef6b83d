import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ArchivedBuild } from '../ArchivedBuild';
import type { ArchivedLog } from '../ArchivedLog';

/** A build of an image `app` that has ended, with one step. */
export function archivedBuild(
  changed: Partial<ArchivedBuild> & { readonly uid: string },
): ArchivedBuild {
  const { cluster = 'build', namespace = 'shop' } = changed;
  const name = changed.name ?? `app-build-${changed.uid}`;
  const view: BuildView = {
    ref: { cluster, namespace, name },
    ...{ engine: 'kpack', type: 'build', image: 'app' },
    phase: { kind: 'succeeded' },
    ...{ why: [], sentence: '', source: { type: 'unknown' } },
    ...{ produced: { tags: [] }, builtWith: { buildpacks: [] } },
    steps: [{ name: 'build', state: 'succeeded' }],
    problems: [],
  };
  return {
    ...{ cluster, namespace, name, image: 'app', view },
    resource: 'builds.kpack.io',
    subject: {
      ...{ kind: 'Workload', cluster, namespace, name: 'app' },
      labels: { team: 'us' },
    },
    ...{ settled: true, endedAt: 0 },
    ...changed,
  };
}

/** Of a step `build`, complete. */
export function archivedLog(changed: Partial<ArchivedLog> = {}): ArchivedLog {
  return {
    ...{ container: 'build', podUid: 'pod' },
    ...{ bytes: 3, storedBytes: 3, lines: 1, sha256: '0'.repeat(64) },
    ...{ firstAt: undefined, lastAt: undefined, archivedAt: 0 },
    completeness: { kind: 'complete' },
    ...changed,
  };
}
