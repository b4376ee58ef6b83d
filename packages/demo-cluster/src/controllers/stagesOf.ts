import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import type { Stage } from './Stage.ts';

/** The stages of an owner, each after those that it takes something from. Stages in a circle come last. */
export function stagesOf(owner: KubeObject): Stage[] {
  const left = listAt(owner, 'status', 'resources').map(read);
  const ordered: Stage[] = [];
  const done = new Set<string>();
  const known = new Set(left.map(stage => stage.name));
  while (left.length > 0) {
    const next = left.findIndex(stage =>
      stage.inputs.every(input => done.has(input) || !known.has(input)),
    );
    const [stage] = left.splice(Math.max(next, 0), 1);
    if (!stage) break;
    ordered.push(stage);
    done.add(stage.name);
  }
  return ordered;
}

function read(value: unknown): Stage {
  const resource = textAt(value, 'stampedRef', 'resource');
  const stampedName = textAt(value, 'stampedRef', 'name');
  return {
    name: textAt(value, 'name') ?? '',
    inputs: listAt(value, 'inputs').map(i => textAt(i, 'name') ?? ''),
    template: {
      kind: textAt(value, 'templateRef', 'kind') ?? '',
      name: textAt(value, 'templateRef', 'name') ?? '',
    },
    stamped:
      resource !== undefined && stampedName !== undefined
        ? {
            ...{ resource, name: stampedName },
            namespace: textAt(value, 'stampedRef', 'namespace'),
          }
        : undefined,
    outputs: listAt(value, 'outputs').map(output => ({
      name: textAt(output, 'name') ?? '',
      preview: textAt(output, 'preview') ?? '',
      digest: textAt(output, 'digest') ?? '',
    })),
  };
}
