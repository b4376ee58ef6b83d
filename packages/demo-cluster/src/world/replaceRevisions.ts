import { rfc3339 } from '../controllers/rfc3339.ts';
import type { Scene } from '../controllers/Scene.ts';
import type { Substitution } from '../play/Substitution.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { serviceRevision } from './serviceRevision.ts';

const SERVICES = { group: 'serving.knative.dev', plural: 'services' };
/** As recorded: kapp applies the Service 6 s after its fetch, and Knative needs 5 s for a revision. */
const APPLY_MS = 6_000;
const READY_MS = 5_000;

/** How the new revision of a Service turns out: the Service when it has. */
export type Turn = (service: KubeObject, now: string) => KubeObject;

/** What kapp and Knative do with the new image: a Service that has the old one gets the new one, as a new revision. Answers with those. */
export async function replaceRevisions(
  { run: state, tempo }: Scene,
  namespace: string,
  swap: Substitution,
  turn: Turn = serviceRevision.ready,
): Promise<KubeObject[]> {
  const found = state.list(SERVICES, { namespace }).items.filter(service => {
    const spec = swap.value(service.spec);
    return JSON.stringify(spec) !== JSON.stringify(service.spec);
  });
  if (found.length === 0) return [];
  await tempo.wait(APPLY_MS);
  const live = ({ metadata }: KubeObject) =>
    state.get(SERVICES, namespace, metadata.name) ?? [];
  const applied = found
    .flatMap(live)
    .map(service =>
      state.apply(
        SERVICES,
        serviceRevision.made(
          { ...service, spec: swap.value(service.spec) },
          rfc3339(tempo.now()),
        ),
      ),
    );
  await tempo.wait(READY_MS);
  return applied
    .flatMap(live)
    .map(service => state.apply(SERVICES, turn(service, rfc3339(tempo.now()))));
}
