import {
  findFirstError,
  stripAnsi,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { readPod } from '../objects/readPod';
import { recording, type RecordingName } from './recording';

/** Logs of every container that ended with an error, without timestamps, by `namespace/pod container`. */
function failedLogs(name: RecordingName): Map<string, string[]> {
  const { changes, logs } = recording(name);
  const failed = new Set<string>();
  for (const { resource, object } of changes()) {
    if (resource.plural !== 'pods') continue;
    const pod = readPod(object);
    for (const { name: container, state } of pod.containers)
      if (state.kind === 'terminated' && state.exitCode !== 0)
        failed.add(`${pod.meta.namespace}/${pod.meta.name} ${container}`);
  }
  const found = logs.flatMap(log => {
    const key = `${log.namespace}/${log.pod} ${log.container}`;
    const text = log.bytes?.toString();
    return failed.has(key) && text
      ? [
          [
            key,
            text.split('\n').map(line => line.replace(/^\S+ /, '')),
          ] as const,
        ]
      : [];
  });
  return new Map(found);
}

/** What each failed container's log must be opened at, by what the line holds. */
const EXPECTED: readonly (readonly [RegExp, string])[] = [
  [
    /billing-build-1\S* build$/,
    'npm error 404 Not Found - GET https://npm.acme.example/missing-package - Not found',
  ],
  [
    /returns-build-2\S* build$/,
    'npm error 404 Not Found - GET https://npm.acme.example/missing-package - Not found',
  ],
  [
    /docs-site-build-1\S* detect$/,
    'ERROR: No buildpack groups passed detection.',
  ],
  [/orders-build-2\S* build$/, './broken.go:4:2: declared and not used: total'],
  [/billing-build-2\S* build$/, 'Installing Node Engine 20.19.4'],
  [/pricing-test\S* step-test$/, 'not ok 1 - totals are rounded'],
  [
    /legacy\S* step-build-container-and-push$/,
    '[ERROR] /src/src/main/java/com/acme/legacy/Ledger.java:[42,17] cannot find symbol',
  ],
  [
    /widgets\S* step-build-container-and-push$/,
    '1:1  error  Require statement not part of import statement 2164',
  ],
];

describe.each(['run1', 'run2'] as const)(
  'findFirstError in the logs of %s',
  name => {
    const logs = [...failedLogs(name)].filter(([, lines]) =>
      lines.some(line => line.trim()),
    );

    it('has failed containers to look at', () => {
      expect(logs.length).toBeGreaterThan(5);
    });

    it.each(logs)('%s', (key, lines) => {
      const step = key.split(' ').pop();
      const error = findFirstError(lines, step);
      const line = stripAnsi(lines[error?.index ?? -1] ?? '').trim();
      const expected = EXPECTED.find(([which]) => which.test(key))?.[1];
      // Ended from outside in the middle of its work (a deleted pod, an eviction): the last thing it did.
      if (expected === undefined) expect(line).toMatch(/\d%|npm http fetch/);
      else expect(line).toBe(expected);
    });
  },
);
