import type { StageRunView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Fields } from '../../model/objects/Fields';
import type { ObjectMeta } from '../../model/objects/ObjectMeta';
import { present } from '../../model/objects/present';
import { runState } from './runState';

/** A run of a kind that nobody knew: how it is doing, by the condition that Cartographer asks too. */
export function readAnyRun(
  raw: unknown,
  meta: ObjectMeta,
  resource: string,
): StageRunView {
  const object = new Fields(raw);
  return present({
    kind: object.text('kind') ?? 'Object',
    resource,
    name: meta.name,
    ...runState(object.object('status'), meta),
    tasks: [],
    outputs: [],
  });
}
