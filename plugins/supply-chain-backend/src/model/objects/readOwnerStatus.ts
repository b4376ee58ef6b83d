import type { Fields } from './Fields';
import type { OwnerStatus, RealizedResource } from './OwnerStatus';
import { present } from './present';
import { readConditions } from './readConditions';
import { MESSAGE_MAX } from './messageMax';

/** Reads what Cartographer says of a Workload or Deliverable. A stage without a name is dropped, so is a second one of the same name. */
export function readOwnerStatus(status: Fields): OwnerStatus {
  const resources = new Map<string, RealizedResource>();
  for (const each of status.list('resources')) {
    const resource = readResource(each);
    if (resource && !resources.has(resource.name))
      resources.set(resource.name, resource);
  }
  return present({
    observedGeneration: status.integer('observedGeneration'),
    blueprint:
      status.object('supplyChainRef').text('name') ??
      status.object('deliveryRef').text('name'),
    resources: [...resources.values()],
    conditions: readConditions(status),
  });
}

function readResource(resource: Fields): RealizedResource | undefined {
  const name = resource.text('name');
  if (!name) return undefined;
  return present({
    name,
    stampedRef: readStampedRef(resource.object('stampedRef')),
    templateRef: readTemplateRef(resource.object('templateRef')),
    inputs: [
      ...new Set(
        resource.list('inputs').flatMap(input => input.text('name') ?? []),
      ),
    ],
    outputs: resource.list('outputs').flatMap(output => {
      const outputName = output.text('name');
      if (!outputName) return [];
      return present({
        name: outputName,
        preview: output.text('preview', MESSAGE_MAX) ?? '',
        digest: output.text('digest'),
        at: output.instant('lastTransitionTime'),
      });
    }),
    conditions: readConditions(resource),
  });
}

/** Cartographer writes an empty reference where nothing was stamped: without a kind and a name it is none. */
function readStampedRef(ref: Fields): RealizedResource['stampedRef'] {
  const kind = ref.text('kind');
  const name = ref.text('name');
  if (!kind || !name) return undefined;
  return present({
    apiVersion: ref.text('apiVersion') ?? '',
    kind,
    namespace: ref.text('namespace'),
    name,
    resource: ref.text('resource'),
  });
}

function readTemplateRef(ref: Fields): RealizedResource['templateRef'] {
  const name = ref.text('name');
  return name ? { kind: ref.text('kind') ?? '', name } : undefined;
}
