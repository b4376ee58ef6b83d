import type {
  BuildRow,
  BuildsAnswer,
  BuildView,
  StageDetailView,
  StepView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What real builds looked like (a recording's `payments` and `returns`), for tests and the development app. */
const ref = (name: string) => ({
  cluster: 'build',
  namespace: 'storefront',
  name,
});

const STEPS = [
  'prepare',
  'analyze',
  'detect',
  'restore',
  'build',
  'export',
  'completion',
];

/** Steps that each take some seconds from a start on. */
function stepsFrom(
  start: string,
  seconds: readonly number[],
  last: Partial<StepView> = {},
): StepView[] {
  let at = Date.parse(start);
  return STEPS.map((name, index) => {
    const length = seconds[index];
    if (length === undefined) return { name, state: 'not-run' as const };
    const startedAt = new Date(at).toISOString();
    at += length * 1000;
    return {
      name,
      state: 'succeeded' as const,
      exitCode: 0,
      startedAt,
      finishedAt: new Date(at).toISOString(),
      durationMs: length * 1000,
      ...(index === seconds.length - 1 && last),
    };
  });
}

const RUN_IMAGE = `registry.acme.localhost/stacks/base-run@sha256:${'c6082b0c'.repeat(
  8,
)}`;
const DIGEST = `sha256:${'6d26a1f0'.repeat(8)}`;

/** Build 6: succeeded, because of a new lifecycle. */
export const succeededBuild: BuildView = {
  ref: ref('payments-build-6'),
  engine: 'kpack',
  type: 'build',
  number: 6,
  image: 'payments',
  workload: ref('payments'),
  phase: { kind: 'succeeded' },
  why: [
    {
      kind: 'lifecycle',
      said: 'LIFECYCLE',
      title: 'The CNB lifecycle moved from 0.20.19 to 0.21.17',
      message: 'lifecycle',
      params: { old: '0.20.19', new: '0.21.17' },
      details: [
        {
          path: 'lifecycle',
          kind: 'changed',
          old: '0.20.19',
          new: '0.21.17',
          redacted: false,
        },
      ],
    },
  ],
  sentence: 'The CNB lifecycle moved from 0.20.19 to 0.21.17',
  source: {
    type: 'blob',
    url: 'http://source-controller.flux-system.svc.cluster.local/gitrepository/storefront/payments/433a68cc94e1f5692672047d80cbb23577949591.tar.gz',
    revision: '433a68cc94e1f5692672047d80cbb23577949591',
    short: '433a68c',
  },
  produced: {
    tags: [
      'registry.acme.localhost/apps/storefront-payments',
      'registry.acme.localhost/apps/storefront-payments:b6.20261122.212832',
    ],
    tag: 'b6.20261122.212832',
    image: `registry.acme.localhost/apps/storefront-payments@${DIGEST}`,
    digest: DIGEST,
  },
  builtWith: {
    builder: {
      kind: 'ClusterBuilder',
      name: 'default',
      image:
        'registry.acme.localhost/builders:clusterbuilder-default@sha256:1234567',
    },
    stackId: 'io.buildpacks.stacks.bookworm',
    runImage: RUN_IMAGE,
    lifecycle: '0.21.17',
    buildpacks: [
      {
        id: 'acme/ca-certificates',
        version: '3.8.5',
        homepage: 'https://example.com/acme/ca-certificates',
      },
      {
        id: 'acme/node-engine',
        version: '1.3.0',
        // eslint-disable-next-line no-script-url -- what a hostile buildpack would say
        homepage: 'javascript:alert(1)',
      },
      { id: 'acme/npm-install', version: '1.6.1' },
    ],
  },
  steps: stepsFrom('2026-11-22T21:28:34Z', [1, 0, 1, 0, 8, 1, 0]),
  pod: { name: 'payments-build-6-build-pod', present: true },
  createdAt: '2026-11-22T21:28:32Z',
  startedAt: '2026-11-22T21:28:34Z',
  finishedAt: '2026-11-22T21:28:45Z',
  queuedMs: 2000,
  durationMs: 11000,
  comparedWith: { name: 'payments-build-5', number: 5 },
  problems: [],
};

/** Build 2: npm cannot find a package; kpack called its new commit CONFIG. Build 1 is still served. */
export const failedBuild: BuildView = {
  ...succeededBuild,
  ref: ref('returns-build-2'),
  number: 2,
  image: 'returns',
  workload: ref('returns'),
  phase: {
    kind: 'failed',
    step: 'build',
    exitCode: 51,
    meaning: 'a buildpack failed',
    says: 'a buildpack failed (build, exit 51)',
  },
  why: [
    {
      kind: 'source',
      said: 'CONFIG',
      title: 'New source revision 4f0c2a1',
      message: 'source',
      params: { revision: '4f0c2a1' },
      details: [
        {
          path: 'source.revision',
          kind: 'changed',
          old: '2d9e0b7c94e1f5692672047d80cbb23577949591',
          new: '4f0c2a1c94e1f5692672047d80cbb23577949591',
          redacted: false,
        },
      ],
    },
  ],
  sentence: 'New source revision 4f0c2a1',
  source: { ...succeededBuild.source, short: '4f0c2a1' },
  produced: {
    tags: [
      'registry.acme.localhost/apps/storefront-returns',
      'registry.acme.localhost/apps/storefront-returns:b2.20261122.212124',
    ],
    tag: 'b2.20261122.212124',
  },
  builtWith: {
    builder: { kind: 'ClusterBuilder', name: 'default' },
    buildpacks: [],
  },
  steps: stepsFrom('2026-11-22T21:21:26Z', [1, 0, 0, 1, 5], {
    state: 'failed',
    exitCode: 51,
    meaning: 'a buildpack failed',
  }),
  comparedWith: { name: 'returns-build-1', number: 1 },
  lastGood: {
    name: 'returns-build-1',
    number: 1,
    tag: 'b1.20261122.211924',
    finishedAt: '2026-11-22T21:19:41Z',
  },
};

/** The log of build 2's failing step, as the cluster has it. */
export const failedLog = [
  'target distro name/version labels not found, reading /etc/os-release file',
  '\u001b[34m\u001b[0m',
  '\u001b[34m\u001b[1mAcme Buildpack for NPM Install\u001b[0m\u001b[34m 1.6.1\u001b[0m',
  '  \u001b[34;2;3mhttps://example.com/acme/npm-install\u001b[0m',
  '  Resolving installation process',
  '    Process inputs:',
  '      node_modules      -> "Not found"',
  '      package-lock.json -> "Found"',
  '',
  "    Selected NPM build process: 'npm ci'",
  '',
  '  Executing launch environment install process',
  "    Running 'npm ci --unsafe-perm --cache /tmp/npm-cache'",
  '      npm http fetch GET 200 https://npm.acme.example/express 122ms (cache miss)',
  '      npm \u001b[31merror\u001b[0m code E404',
  '      npm \u001b[31merror\u001b[0m 404 Not Found - GET https://npm.acme.example/missing-package - Not found',
  '      npm \u001b[31merror\u001b[0m 404',
  "      npm \u001b[31merror\u001b[0m 404  'missing-package@^1.0.0' is not in this registry.",
  '      Failed after 1.469s',
  '',
  '\u001b[31;1mERROR: \u001b[0mfailed to build: exit status 1',
  '',
].join('\n');

/** Build 7: step build under way. */
export const runningBuild: BuildView = {
  ...succeededBuild,
  ref: ref('payments-build-7'),
  number: 7,
  phase: { kind: 'running', step: 'build', since: '2026-11-22T21:30:04Z' },
  produced: { tags: [], tag: 'b7.20261122.213000' },
  builtWith: { builder: { name: 'default' }, buildpacks: [] },
  steps: stepsFrom('2026-11-22T21:30:02Z', [1, 0, 1, 0]).map(step => {
    if (step.state !== 'not-run') return step;
    return step.name === 'build'
      ? {
          name: step.name,
          state: 'running' as const,
          startedAt: '2026-11-22T21:30:04Z',
        }
      : {
          name: step.name,
          state: 'waiting' as const,
          reason: 'PodInitializing',
        };
  }),
};

export function rowOf(build: BuildView): BuildRow {
  const {
    ref: itsRef,
    engine,
    type,
    number,
    phase,
    sentence,
    source,
    produced,
    createdAt,
    startedAt,
    durationMs,
  } = build;
  return {
    ref: itsRef,
    engine,
    type,
    number,
    phase,
    sentence,
    source,
    produced,
    createdAt,
    startedAt,
    durationMs,
  };
}

const rebase: BuildRow = {
  ...rowOf(succeededBuild),
  ref: ref('payments-build-5'),
  type: 'rebase',
  number: 5,
  sentence: 'Run image updated, rebased without a rebuild',
  produced: { tags: [], tag: 'b5.20261122.212501' },
};

export const paymentsHistory: BuildsAnswer = {
  image: ref('payments'),
  builds: [rowOf(succeededBuild), rebase],
  problems: [],
};

const stage = {
  name: 'image-provider',
  title: 'Image Provider',
  stale: false,
  stampedRef: {
    apiVersion: 'kpack.io/v1alpha2',
    kind: 'Image',
    namespace: 'storefront',
    name: 'payments',
    resource: 'images.kpack.io',
  },
  outputs: [
    {
      name: 'image',
      value: succeededBuild.produced.image ?? '',
      cut: false,
      at: '2026-11-22T21:28:49Z',
    },
  ],
  conditions: [],
  engine: 'kpack' as const,
};

/** The Image Provider of a workload whose newest build is this one. */
export function imageProviderOf(build: BuildView): StageDetailView {
  const failed = build.phase.kind === 'failed' ? build.phase : undefined;
  return {
    workload: build.workload ?? build.ref,
    stage: {
      ...stage,
      phase: failed
        ? { kind: 'failed', says: failed.says, stillServing: 'b1' }
        : { kind: 'ready' },
    },
    inputs: [
      { stage: 'source-provider', title: 'Source Provider', type: 'source' },
    ],
    imageProvider: {
      engine: 'kpack',
      image: ref(build.image ?? ''),
      build,
      recent: [rowOf(build)],
    },
    problems: [],
  };
}
