import {
  workloadViewSchema,
  type ChainChange,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import fc from 'fast-check';
import { readSupplyChain } from '../objects/readSupplyChain';
import { readWorkload } from '../objects/readWorkload';
import { clusterAtEnd } from '../testing/recording';
import { replay } from '../testing/replay';
import { workloadView } from '../workloadView';
import { chainChanges } from './chainChanges';

type Stage = {
  name: string;
  template?: string | undefined;
  options?: readonly string[];
  from?: readonly string[];
};

/** A chain as its author wrote it. */
const chain = (stages: readonly Stage[], type = 'web', name = 'chain') =>
  readSupplyChain({
    metadata: { name },
    spec: {
      selector: { type },
      resources: stages.map(({ name: of, template, options, from = [] }) => ({
        name: of,
        templateRef: {
          kind: 'ClusterSourceTemplate',
          ...(template && { name: template }),
          ...(options && {
            options: options.map(each =>
              each === 'pass'
                ? { passThrough: 'source', selector: {} }
                : { name: each, selector: {} },
            ),
          }),
        },
        sources: from.map(each => ({ name: each, resource: each })),
      })),
    },
  });

/** A workload that these stages were stamped for, with what Cartographer last said of its choice. */
const workload = (
  stages: readonly Stage[],
  { reason = 'Ready', by = 'chain' }: { reason?: string; by?: string } = {},
) =>
  readWorkload({
    metadata: { name: 'app', namespace: 'ns', labels: { type: 'web' } },
    status: {
      supplyChainRef: { kind: 'ClusterSupplyChain', name: by },
      conditions: [
        {
          ...{ type: 'SupplyChainReady', reason },
          status: reason === 'Ready' ? 'True' : 'False',
        },
      ],
      resources: stages.map(({ name, template, from = [] }) => ({
        name,
        ...(template && {
          templateRef: {
            ...{ apiVersion: 'carto.run/v1alpha1', name: template },
            kind: 'ClusterSourceTemplate',
          },
        }),
        inputs: from.map(each => ({ name: each })),
      })),
    },
  });

const SOURCE: Stage = { name: 'source', template: 'git' };
const TEST: Stage = { name: 'test', template: 'run', from: ['source'] };
const IMAGE: Stage = { name: 'image', template: 'kpack', from: ['test'] };
const STAMPED = [SOURCE, TEST, IMAGE];

describe('the chain has changed since the workload was stamped:', () => {
  it.each<[string, readonly Stage[], readonly ChainChange[]]>([
    ['not at all', STAMPED, []],
    ['not by the order of its stages', [IMAGE, SOURCE, TEST], []],
    [
      'a stage came at the end',
      [...STAMPED, { name: 'scan', template: 'scan', from: ['image'] }],
      [{ kind: 'stage-added', stage: 'scan' }],
    ],
    [
      'a stage came between two',
      [
        SOURCE,
        TEST,
        { name: 'scan', template: 'scan', from: ['test'] },
        { ...IMAGE, from: ['scan'] },
      ],
      [
        { kind: 'stage-added', stage: 'scan' },
        { kind: 'inputs', stage: 'image', was: ['test'], now: ['scan'] },
      ],
    ],
    [
      'a stage went',
      [SOURCE, { ...IMAGE, from: ['source'] }],
      [
        { kind: 'stage-removed', stage: 'test' },
        { kind: 'inputs', stage: 'image', was: ['test'], now: ['source'] },
      ],
    ],
    [
      'a stage has another name, and is read by it',
      [SOURCE, { ...TEST, name: 'check' }, { ...IMAGE, from: ['check'] }],
      [{ kind: 'stage-renamed', stage: 'test', now: 'check' }],
    ],
    [
      'a stage went, and one of another template came',
      [
        SOURCE,
        { name: 'scan', template: 'scan', from: ['source'] },
        { ...IMAGE, from: ['scan'] },
      ],
      [
        { kind: 'stage-added', stage: 'scan' },
        { kind: 'stage-removed', stage: 'test' },
        { kind: 'inputs', stage: 'image', was: ['test'], now: ['scan'] },
      ],
    ],
    [
      'a stage has another template',
      [SOURCE, TEST, { ...IMAGE, template: 'kaniko' }],
      [{ kind: 'template', stage: 'image', was: 'kpack', now: ['kaniko'] }],
    ],
    [
      'a stage chooses among templates, the one it has among them',
      [
        SOURCE,
        TEST,
        { ...IMAGE, template: undefined, options: ['kaniko', 'kpack'] },
      ],
      [],
    ],
    [
      'a stage chooses among others than the one it has',
      [
        SOURCE,
        TEST,
        { ...IMAGE, template: undefined, options: ['kaniko', 'ko', 'pass'] },
      ],
      [
        {
          ...{ kind: 'template', stage: 'image', was: 'kpack' },
          now: ['kaniko', 'ko'],
        },
      ],
    ],
    [
      'a stage reads from two',
      [SOURCE, TEST, { ...IMAGE, from: ['test', 'source'] }],
      [
        {
          ...{ kind: 'inputs', stage: 'image', was: ['test'] },
          now: ['test', 'source'],
        },
      ],
    ],
    [
      'all stages are others',
      [{ name: 'all', template: 'all' }],
      [
        { kind: 'stage-added', stage: 'all' },
        { kind: 'stage-removed', stage: 'source' },
        { kind: 'stage-removed', stage: 'test' },
        { kind: 'stage-removed', stage: 'image' },
      ],
    ],
  ])('%s', (_, stages, changes) => {
    expect(chainChanges(workload(STAMPED), [chain(stages)])).toEqual(changes);
  });

  it.each<
    [
      string,
      ReturnType<typeof workload>,
      readonly ReturnType<typeof chain>[],
      readonly ChainChange[],
    ]
  >([
    [
      'it is not there any more',
      workload(STAMPED),
      [],
      [{ kind: 'chain-gone', chain: 'chain' }],
    ],
    [
      'it is not there any more, and another one selects the workload',
      workload(STAMPED),
      [chain(STAMPED, 'web', 'next')],
      [
        { kind: 'chain-gone', chain: 'chain' },
        { kind: 'others-select', chains: ['next'] },
      ],
    ],
    [
      'it selects the workload no longer',
      workload(STAMPED),
      [chain(STAMPED, 'batch')],
      [
        {
          ...{ kind: 'not-selected', chain: 'chain' },
          fails: ['type is web, must be batch'],
        },
      ],
    ],
    [
      'another one selects it as well',
      workload(STAMPED),
      [chain(STAMPED), chain(STAMPED, 'web', 'twin')],
      [{ kind: 'others-select', chains: ['twin'] }],
    ],
    [
      'nothing that Cartographer has not seen itself',
      workload(STAMPED, { reason: 'MultipleSupplyChainMatches' }),
      [chain(STAMPED), chain(STAMPED, 'web', 'twin')],
      [],
    ],
    [
      'nothing, where the chain is there and not ready',
      workload(STAMPED, { reason: 'TemplatesNotFound' }),
      [chain(STAMPED)],
      [],
    ],
    ['nothing, where nothing was stamped', workload([]), [], []],
    [
      'nothing of a stage that was passed through, or not reached',
      workload([SOURCE, { name: 'test', from: ['source'] }]),
      [
        chain([
          SOURCE,
          { ...TEST, template: undefined, options: ['run', 'pass'] },
        ]),
      ],
      [],
    ],
  ])('%s', (_, of, chains, changes) => {
    expect(chainChanges(of, chains)).toEqual(changes);
  });

  it('names no stage that neither has, whatever chain and status say', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const stages = fc.uniqueArray(
      fc.record({
        name,
        template: fc.constantFrom('x', 'y', undefined),
        from: fc.array(name),
      }),
      { selector: each => each.name },
    );
    fc.assert(
      fc.property(stages, stages, (was, now) => {
        const changes = chainChanges(workload(was), [chain(now)]);
        const known = new Set([...was, ...now].map(each => each.name));
        for (const change of changes)
          if ('stage' in change) expect(known).toContain(change.stage);
        if (JSON.stringify(was) === JSON.stringify(now))
          expect(changes.map(({ kind }) => kind)).not.toContain('stage-added');
      }),
    );
  });
});

describe('on the page of a workload', () => {
  const cluster = clusterAtEnd('run1');
  const payments = cluster.get('workloads.carto.run', 'storefront', 'payments');
  if (!payments) throw new Error('run1 has no payments');
  const around = cluster.around();

  it('stands beside what was stamped', () => {
    const view = workloadView(payments, {
      ...around,
      supplyChains: () =>
        around.supplyChains().map(each => ({
          ...each,
          resources: each.resources.filter(
            ({ name }) => name !== 'config-writer',
          ),
        })),
    });
    expect(view.chainChanges).toEqual([
      { kind: 'stage-removed', stage: 'config-writer' },
    ]);
    expect(view.graph.stages.map(({ name }) => name)).toContain(
      'config-writer',
    );
    expect(workloadViewSchema.parse(view)).toEqual(view);
  });

  it('nothing is said of chains that cannot be read', () => {
    const view = workloadView(payments, {
      ...around,
      supplyChains: () => [],
      problem: resource =>
        resource === 'clustersupplychains.carto.run'
          ? { because: 'denied', cluster: 'build', verb: 'list', resource }
          : undefined,
    });
    expect(view).not.toHaveProperty('chainChanges');
  });

  it.each(['run1', 'run2'] as const)(
    'is said at no moment of %s, whose chains stayed as they were',
    name => {
      const said = new Set<string>();
      let looked = 0;
      for (const { kind, cluster: now, namespace, name: of } of replay(name)) {
        if (kind !== 'workloads.carto.run') continue;
        const changed = now.get('workloads.carto.run', namespace, of);
        if (!changed || now.all('clustersupplychains.carto.run').length < 8)
          continue;
        looked += 1;
        for (const each of chainChanges(
          changed,
          now.all('clustersupplychains.carto.run'),
        ))
          said.add(`${of}: ${JSON.stringify(each)}`);
      }
      expect(looked).toBeGreaterThan(100);
      expect([...said]).toEqual([]);
    },
  );
});
