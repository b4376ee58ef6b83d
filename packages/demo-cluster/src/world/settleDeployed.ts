import { put } from '../json/put.ts';
import type { Scene } from '../controllers/Scene.ts';
import { rfc3339 } from '../controllers/rfc3339.ts';
import { condition } from '../play/condition.ts';
import type { Substitution } from '../play/Substitution.ts';
import { withCondition } from '../play/withCondition.ts';

const SERVICES = { group: 'serving.knative.dev', plural: 'services' };
/** As recorded: kapp applies the Service 6 s after its fetch, and Knative needs 5 s for a revision. */
const APPLY_MS = 6_000;
const READY_MS = 5_000;
const REVISION = /^(.*-)(\d{5})$/;

/** What kapp and Knative do with the new image: a Service that has the old one gets the new one, as a new revision. */
export async function settleDeployed(
  { run: state, tempo }: Scene,
  namespace: string,
  swap: Substitution,
): Promise<void> {
  const found = state.list(SERVICES, { namespace }).items.filter(service => {
    const spec = swap.value(service.spec);
    return JSON.stringify(spec) !== JSON.stringify(service.spec);
  });
  if (found.length === 0) return;
  await tempo.wait(APPLY_MS);
  for (const { metadata } of found) {
    const live = state.get(SERVICES, namespace, metadata.name);
    if (!live) continue;
    const generation = (live.metadata.generation ?? 1) + 1;
    const now = rfc3339(tempo.now());
    const applied = put(
      { ...live, spec: swap.value(live.spec) },
      ['metadata', 'generation'],
      generation,
    );
    const waiting = {
      status: 'Unknown',
      reason: 'RevisionMissing',
      message: 'Configuration is waiting for a Revision to become ready.',
    };
    state.apply(SERVICES, withCondition(applied, 'Ready', waiting, now));
  }
  await tempo.wait(READY_MS);
  for (const { metadata, status } of found) {
    const live = state.get(SERVICES, namespace, metadata.name);
    if (!live) continue;
    const ready = condition({ status }, 'Ready');
    const settled = nextRevision({ ...live, status });
    const observed = put(
      settled,
      ['status', 'observedGeneration'],
      live.metadata.generation ?? 1,
    );
    state.apply(
      SERVICES,
      ready
        ? withCondition(observed, 'Ready', ready, rfc3339(tempo.now()))
        : observed,
    );
  }
}

/** Knative counts revisions: `name-00004` is followed by `name-00005`. */
function nextRevision<T>(value: T): T;
function nextRevision(value: unknown): unknown {
  if (typeof value === 'string') {
    const [, stem, count] = REVISION.exec(value) ?? [];
    return stem && count
      ? `${stem}${String(Number(count) + 1).padStart(5, '0')}`
      : value;
  }
  if (Array.isArray(value))
    return value.map(item => nextRevision<unknown>(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]: [string, unknown]) => [
      key,
      key === 'metadata' || key === 'spec' ? field : nextRevision(field),
    ]),
  );
}
