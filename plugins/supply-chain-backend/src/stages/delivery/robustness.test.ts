import { deliveriesAnswerSchema } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { readDeliverable } from '../../model/objects/readDeliverable';
import { Unreadable } from '../../model/objects/Unreadable';
import type { StampedQuery } from '../../model/StampedQuery';
import { mangled } from '../../model/testing/mangled';
import { clusterAtEnd, recording } from '../../model/testing/recording';
import type { Surroundings } from '../../model/Surroundings';
import { inspectDeliveries } from './inspectDeliveries';

const cluster = clusterAtEnd('run1');
const own = cluster.around();

/** Delivered by kapp, and by Flux. */
const DELIVERED = ['storefront/payments', 'backoffice/kiosk'] as const;

describe.each(DELIVERED)('the delivery of %s', key => {
  const [namespace = '', name = ''] = key.split('/');

  function derive(overrides: Partial<Surroundings>) {
    const workload = cluster.get('workloads.carto.run', namespace, name);
    if (!workload) throw new Error(`run1 has no ${key}`);
    const view = inspectDeliveries(workload, { ...own, ...overrides });
    const { error } = deliveriesAnswerSchema.safeParse(view);
    expect(error?.issues ?? []).toEqual([]);
    return view;
  }

  it('is a view whatever stands anywhere in any object that it is made of', () => {
    const objects = new Set<unknown>();
    const reading = (change: (raw: unknown) => unknown) => ({
      stamped: (query: StampedQuery) => {
        const read = own.stamped?.(query) ?? { objects: [] };
        return { ...read, objects: read.objects.map(change) };
      },
    });
    derive(
      reading(raw => {
        objects.add(raw);
        return raw;
      }),
    );
    expect(objects.size).toBeGreaterThan(2);
    const one = fc
      .constantFrom(...objects)
      .chain(raw => fc.tuple(fc.constant(raw), mangled(raw)));
    fc.assert(
      fc.property(one, ([object, { value }]) => {
        derive(reading(raw => (raw === object ? value : raw)));
      }),
      { numRuns: 100 },
    );
  });

  it('is a view whatever stands anywhere in its Deliverable', () => {
    const deliverables = recording('run1').end.find(
      each => each.plural === 'deliverables',
    );
    const raw = deliverables?.objects.find(
      ({ metadata }) =>
        metadata.name === name && metadata.namespace === namespace,
    );
    if (!raw) throw new Error(`run1 has no Deliverable ${key}`);
    fc.assert(
      fc.property(mangled(raw), ({ value }) => {
        const found = (() => {
          try {
            return [{ cluster: 'run', deliverable: readDeliverable(value) }];
          } catch (error) {
            if (!(error instanceof Unreadable)) throw error;
            return [];
          }
        })();
        derive({ deliverables: () => found });
      }),
      { numRuns: 100 },
    );
  });
});
