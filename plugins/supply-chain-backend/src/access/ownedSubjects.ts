import type { WorkloadOwners } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type { Subjects } from '../service/Subjects';
import type { OwnedSubject } from './OwnedSubject';

/** Longest that the permission backend waits for subjects. */
const PATIENCE_MS = 10_000;

/**
 * Subjects by reference (`cluster/namespace/name` of a workload, else of a kpack Image that belongs to none), for the
 * permission backend's own questions.
 */
export function ownedSubjects(options: {
  readonly subjects: Subjects;
  readonly owners: WorkloadOwners;
}): (refs: string[]) => Promise<Array<OwnedSubject | undefined>> {
  return async refs => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const ownersOf = await options.owners.load(signal);
    return Promise.all(
      refs.map(async ref => {
        const parsed = parseRef(ref);
        const subject =
          parsed &&
          ((await options.subjects.find('Workload', parsed, { signal })) ??
            (await options.subjects.find('Image', parsed, { signal })));
        return subject && { ...subject, owners: ownersOf(subject) };
      }),
    );
  };
}

/** From the end: a cluster's name may hold slashes, the two others cannot. */
function parseRef(ref: string) {
  const parts = ref.split('/');
  const name = parts.pop();
  const namespace = parts.pop();
  const cluster = parts.join('/');
  return name && namespace && cluster
    ? { cluster, namespace, name }
    : undefined;
}
