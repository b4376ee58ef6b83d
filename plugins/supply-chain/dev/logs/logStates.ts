import type {
  BuildView,
  LogMessage,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import {
  failedBuild,
  failedLog,
  runningBuild,
  succeededBuild,
} from '../../src/testing/buildFixtures';

/** A log as somebody may find it: what wrote it, which of its steps is looked at, and what the backend says of it. */
export type LogStateStory = {
  readonly build: BuildView;
  readonly step?: string;
  readonly messages: readonly LogMessage[];
  /** The connection stays open after the last message. */
  readonly isLive?: boolean;
};

const AT = '2026-11-22T21:28:00Z';
const END: LogMessage = { type: 'end', resume: false };

const lines = (text: string): LogMessage => ({
  type: 'lines',
  step: 'build',
  text,
  times: text.split('\n').map(() => AT),
  cursor: `build~${AT}~1`,
});

const whole = (build: BuildView, ...before: LogMessage[]): LogStateStory => ({
  build,
  messages: [
    ...before,
    lines(failedLog.trimEnd()),
    { type: 'step-end', step: 'build' },
    END,
  ],
});

type Archived = Extract<LogMessage, { type: 'archived' }>;

const archived = (
  completeness: Archived['completeness'],
  why: Pick<Archived, 'because' | 'cluster'> = {},
) =>
  whole(failedBuild, {
    ...{ type: 'archived', step: 'build', at: AT },
    ...{ completeness, ...why },
  });

const failing = (
  build: BuildView,
  error: Extract<LogMessage, { type: 'error' }>['error'],
  step?: string,
): LogStateStory => ({
  build,
  messages: [
    { type: 'error', ...(step !== undefined && { step }), error },
    END,
  ],
});

const limited = (
  bound: Extract<LogMessage, { type: 'limit' }>['bound'],
  most: number,
): LogStateStory => ({
  build: runningBuild,
  messages: [
    lines(failedLog.trimEnd()),
    { type: 'limit', step: 'build', bound, most, says: '' },
    { type: 'step-end', step: 'build' },
    END,
  ],
});

/** Each state a log can be in, by the name under which dev/ offers it. */
export const logStates: Readonly<Record<string, LogStateStory>> = {
  loading: { build: runningBuild, messages: [], isLive: true },
  waiting: {
    build: runningBuild,
    step: 'export',
    messages: [{ type: 'heartbeat' }],
    isLive: true,
  },
  quiet: {
    build: runningBuild,
    messages: [{ type: 'steps', steps: runningBuild.steps }],
    isLive: true,
  },
  'not-run': { build: failedBuild, step: 'export', messages: [END] },
  empty: {
    build: succeededBuild,
    step: 'restore',
    messages: [{ type: 'step-end', step: 'restore' }, END],
  },
  rejected: {
    build: {
      ...failedBuild,
      phase: { kind: 'rejected', says: 'the builder image is gone' },
      steps: [],
    },
    messages: [END],
  },
  gap: {
    build: runningBuild,
    isLive: true,
    messages: [
      lines('one\ntwo'),
      {
        type: 'gap',
        step: 'build',
        says: '',
        because: 'slow-reader',
        lines: 1200,
      },
      lines('three'),
      { type: 'gap', step: 'build', says: '', because: 'rotated' },
      {
        type: 'lines',
        step: 'build',
        text: `a long line ${'that goes on '.repeat(100)}`,
        times: [],
        cursor: '',
        cut: [{ line: 0, bytes: 20_000 }],
      },
    ],
  },
  'limit-lines': limited('lines', 100_000),
  'limit-bytes': limited('bytes', 50_000_000),
  'limit-time': limited('seconds', 7200),
  archived: archived({ kind: 'complete' }),
  'archived-incomplete': archived({ kind: 'incomplete', because: 'pod-gone' }),
  'archived-cluster-lost': archived(
    { kind: 'complete' },
    { because: 'cluster-unreachable', cluster: 'build' },
  ),
  'archived-node-lost': archived(
    { kind: 'complete' },
    { because: 'unreadable' },
  ),
  'archive-failing': whole(failedBuild, {
    type: 'archive-state',
    state: 'failing',
    since: AT,
  }),
  gone: failing(
    failedBuild,
    { name: 'LogsGone', message: 'The log is gone', code: 'logs-gone' },
    'build',
  ),
  denied: failing(succeededBuild, {
    name: 'NotAllowed',
    message: 'You may not read logs',
    code: 'denied',
  }),
  'cluster-denied': failing(succeededBuild, {
    name: 'AccessDenied',
    message: 'Refused',
    code: 'cluster-denied',
    cluster: 'build',
    verb: 'get',
    resource: 'pods/log',
    namespace: 'storefront',
  }),
  busy: {
    build: runningBuild,
    messages: [
      lines('one\ntwo'),
      {
        type: 'error',
        error: {
          name: 'TooManyStreams',
          message: 'You have 32 streams open: close a tab',
          code: 'too-many-requests',
        },
      },
      { type: 'end', resume: true },
    ],
  },
};
