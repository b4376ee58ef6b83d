import { stageDetailViewSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { stageDetail } from '../model/stageDetail';
import { mangled } from '../model/testing/mangled';
import { clusterAtEnd } from '../model/testing/recording';
import type { StampedQuery } from '../model/StampedQuery';
import { withDockerfileBuilds } from './dockerfile/withDockerfileBuilds';
import { inspectStage } from './inspectStage';
import { stageInspectors } from './stageInspectors';

jest.setTimeout(60_000);

const cluster = clusterAtEnd('run1');
const own = cluster.around();

/** A stage of each kind that is known, and what is behind it. */
const STAGES = [
  ['storefront/checkout', 'source-provider'],
  ['storefront/checkout', 'source-tester'],
  ['storefront/checkout', 'source-scanner'],
  ['storefront/checkout', 'config-provider'],
  ['storefront/payments', 'service-bindings'],
  ['storefront/checkout', 'config-writer'],
  ['storefront/widgets', 'image-provider'],
  ['backoffice/kiosk', 'image-provider'],
  ['backoffice/reports', 'image-scanner'],
  ['backoffice/billing', 'config-writer'],
] as const;

describe.each(STAGES)('%s %s', (key, name) => {
  const [namespace = '', workloadName = ''] = key.split('/');
  const workload = cluster.get('workloads.carto.run', namespace, workloadName);
  const detail = workload && stageDetail(workload, name, own, 'redacted');

  function inspected(change: (raw: unknown, query: StampedQuery) => unknown) {
    if (!workload || !detail) throw new Error(`run1 has no ${name} of ${key}`);
    const around = {
      ...own,
      stamped: (query: StampedQuery) => {
        const read = own.stamped?.(query) ?? { objects: [] };
        return {
          ...read,
          objects: read.objects.map(raw => change(raw, query)),
        };
      },
    };
    const given = [workload, around, 'redacted'] as const;
    return withDockerfileBuilds(
      inspectStage(detail, ...given, stageInspectors),
      ...given,
    );
  }

  it('is a view whatever stands anywhere in any of its objects', () => {
    const objects: unknown[] = [];
    inspected(raw => {
      objects.push(raw);
      return raw;
    });
    expect(objects.length).toBeGreaterThan(0);
    const somewhere = fc
      .integer({ min: 0, max: objects.length - 1 })
      .chain(index =>
        fc.record({
          object: fc.constant(objects[index]),
          other: mangled(objects[index]),
        }),
      );
    fc.assert(
      fc.property(somewhere, ({ object, other }) => {
        const view = inspected(raw => (raw === object ? other.value : raw));
        const { error } = stageDetailViewSchema.safeParse(view);
        expect(error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
