import { numberAt } from '../json/numberAt.ts';
import { put } from '../json/put.ts';
import { textAt } from '../json/textAt.ts';
import type { KubeObject } from '../state/KubeObject.ts';

/** What kapp prints from when it is decided whether what it waits for has come up. */
const DECIDED = /^(\S+): (?:ok|fail): (reconcile [^\n]*)[\s\S]*$/m;
/** Where kapp-controller names the part that failed, and nothing more (pkg/app, v0.53.1). */
const SEE = 'Deploying: Error (see .status.usefulErrorMessage for details)';

/** An App whose attempt has ended: kapp brought everything up, or did not, and says why. Worded as in the recorded failure. */
export function kappStatus(
  app: KubeObject,
  why: string | undefined,
): KubeObject {
  const failed = why !== undefined;
  const printed = textAt(app, 'status', 'deploy', 'stdout') ?? '';
  const [, at = '', waited = ''] = DECIDED.exec(printed) ?? [];
  const end = failed
    ? `${at}: fail: ${waited}\n${at}:  ^ Finished unsuccessfully (${why})\n`
    : `${at}: ok: ${waited}\n${at}: ---- applying complete [1/1 done] ----\n${at}: ---- waiting complete [1/1 done] ----\n\nSucceeded`;
  const error = failed
    ? `kapp: Error: kapp: Error: waiting on ${waited}:\n  Finished unsuccessfully (${why})`
    : undefined;
  const verdict = {
    type: failed ? 'ReconcileFailed' : 'ReconcileSucceeded',
    ...{ status: 'True', reason: '', message: failed ? SEE : '' },
  };
  const next = (count: string) => 1 + numberAt(app, 'status', count);
  const fields: readonly (readonly [path: string, value: unknown])[] = [
    ['conditions', [verdict]],
    [
      'friendlyDescription',
      failed ? `Reconcile failed: ${SEE}` : 'Reconcile succeeded',
    ],
    ['usefulErrorMessage', error],
    [
      'consecutiveReconcileFailures',
      failed ? next('consecutiveReconcileFailures') : undefined,
    ],
    [
      'consecutiveReconcileSuccesses',
      failed ? undefined : next('consecutiveReconcileSuccesses'),
    ],
    ['deploy.exitCode', failed ? 1 : 0],
    ['deploy.error', failed ? SEE : undefined],
    ['deploy.stderr', error],
    ['deploy.stdout', printed.replace(DECIDED, () => end)],
    // kapp looks at what it has brought up only when it has.
    ...(failed ? [['inspect', undefined] as const] : []),
  ];
  return fields.reduce(
    (object, [path, value]) =>
      put(object, ['status', ...path.split('.')], value),
    app,
  );
}
