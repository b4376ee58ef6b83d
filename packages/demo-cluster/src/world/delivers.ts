import type { KindName } from '../recording/KindName.ts';
import type { KubeObject } from '../state/KubeObject.ts';

/** Kinds that only a cluster that delivers has, by plural and group (Cartographer, kapp-controller, Knative). */
const DELIVERING = new Set([
  'deliverables.carto.run',
  'clusterdeliveries.carto.run',
  'clusterdeploymenttemplates.carto.run',
  'apps.kappctrl.k14s.io',
  'services.serving.knative.dev',
]);

/** Cartographer puts it on all that it stamps for a Deliverable. */
const DELIVERABLE_LABEL = 'carto.run/deliverable-name';

/** Whether an object belongs to the delivery, so to the run cluster: by its kind or because a Deliverable stamped it. */
export function delivers(resource: KindName, object: KubeObject): boolean {
  return (
    DELIVERING.has(`${resource.plural}.${resource.group}`) ||
    object.metadata.labels?.[DELIVERABLE_LABEL] !== undefined
  );
}
