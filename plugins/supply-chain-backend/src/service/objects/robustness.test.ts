import {
  KEEPABLE,
  objectViewSchema,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { parse } from 'yaml';
import { mangled } from '../../model/testing/mangled';
import { recording } from '../../model/testing/recording';
import type { Subject } from '../Subject';
import { LiveObjectReader } from './LiveObjectReader';

jest.setTimeout(60_000);

const { end } = recording('run1');
const { signal } = new AbortController();
const ref = { cluster: 'build', namespace: 'storefront', name: 'any' };

/** Kinds that hold what another does not: variables, packed files, files of configuration, specs of any shape. */
const KINDS = ['workloads', 'builds', 'pods', 'configmaps', 'runnables'];

const OBJECTS = KINDS.map(kind => {
  const first = end.find(each => each.plural === kind)?.objects[0];
  if (!first) throw new Error(`run1 has no ${kind}`);
  return [kind, first] as const;
});

async function yamlOf(raw: unknown, seesValues: boolean): Promise<string> {
  const subject: Subject = {
    kind: 'Workload',
    ...{ cluster: 'build', namespace: 'storefront', name: 'any', labels: {} },
  };
  const reader = new LiveObjectReader({
    find: async () => ({
      ...{ subject, raw, apiVersion: 'v1', kind: 'Any' },
    }),
  });
  const view = await reader.object(
    { ref, resource: 'anys', keep: [...KEEPABLE] },
    {
      ...{ signal, all: true, sees: () => true, mayLookAt: () => true },
      seesValues: () => seesValues,
    },
  );
  return objectViewSchema.parse(view).yaml;
}

it.each(OBJECTS)(
  '%s with anything anywhere is YAML, with and without values',
  async (_, raw) => {
    await fc.assert(
      fc.asyncProperty(mangled(raw), fc.boolean(), async (it, seesValues) => {
        const yaml = await yamlOf(it.value, seesValues);
        expect(() => parse(yaml, { maxAliasCount: 0 })).not.toThrow();
      }),
      { numRuns: 40 },
    );
  },
);
