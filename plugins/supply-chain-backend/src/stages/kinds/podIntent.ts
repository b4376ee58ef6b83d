import type { ChangeView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Fields } from '../../model/objects/Fields';
import type { ValuesShown } from '../../model/ValuesShown';
import { change } from '../../model/why/change';
import type { StageInspector } from '../StageInspector';
import { leavesOf } from './leavesOf';

/** Changes shown; a convention that adds a sidecar makes some thirty. */
const SHOWN = 200;

const APPLIED = 'conventions.carto.run/applied-conventions';

/** PodIntent of Cartographer Conventions: a plain pod in, the pod with conventions out. */
export const podIntent: StageInspector = {
  group: 'conventions.carto.run',
  kind: 'PodIntent',
  inspect: ({ object, values }) => ({ facts: conventionFacts(object, values) }),
};

/** TAP up to 1.2 had the same kind under a group of its own. */
export const tapPodIntent: StageInspector = {
  ...podIntent,
  group: 'conventions.apps.tanzu.vmware.com',
};

function conventionFacts(object: Fields, values: ValuesShown) {
  const made = object.object('status').object('template');
  const applied = made.object('metadata').map('annotations')[APPLIED] ?? '';
  const changes = object.object('status').has('template')
    ? changesBetween(
        object.object('spec').raw('template'),
        object.object('status').raw('template'),
        values,
      )
    : [];
  return {
    kind: 'conventions' as const,
    applied: applied
      .split('\n')
      .map(each => each.trim())
      .filter(each => each !== ''),
    changes: changes.slice(0, SHOWN),
    cut: changes.length > SHOWN,
  };
}

function changesBetween(
  plain: unknown,
  made: unknown,
  values: ValuesShown,
): ChangeView[] {
  const before = leavesOf(plain);
  const after = leavesOf(made);
  before.delete(`metadata.annotations.${APPLIED}`);
  after.delete(`metadata.annotations.${APPLIED}`);
  return [...new Set([...after.keys(), ...before.keys()])]
    .filter(path => before.get(path) !== after.get(path))
    .sort()
    .map(path =>
      change(
        path,
        before.get(path),
        after.get(path),
        values === 'redacted' && /\.env\.[^.]+$/.test(path),
      ),
    );
}
