import {
  exitCodeMeaning,
  type BuildPhase,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { BuildObject } from '../objects/BuildObject';
import type { PodObject } from '../objects/PodObject';
import { present } from '../objects/present';
import { plainMessage } from '../words/plainMessage';
import { buildSteps } from './buildSteps';
import { succeededCondition } from './succeededCondition';

/** kpack ends its message with the container to look at. */
const CONTAINER = / -c ([a-z0-9][-a-z0-9]*)`?\s*$/;

/** Words of the kubelet for a pod that was ended from outside; they precede the step's in kpack's message. */
const EVICTED =
  /The node (?:was low on resource|had condition)[^.]*|Pod was evicted[^.]*/;
const DEADLINE = /longer than the specified deadline/;

/** A lifecycle's last line repeats the exit code's meaning; only other last lines add something. */
const REPEATS =
  /^(?:step \S+: )?ERROR: failed to (?:build|detect|analyze|restore|export|rebase)\b/;

/** Steps whose last log line is the cause itself, because kpack's own programs end with it. */
const LAST_LINE_TELLS: ReadonlySet<string> = new Set([
  'prepare',
  'completion',
  'rebase',
]);

/** How and where a build failed. */
export function buildFailure(
  build: BuildObject,
  pod: PodObject | undefined,
): BuildPhase {
  const message = succeededCondition(build)?.message ?? '';
  const said = plainMessage(message);
  const steps = buildSteps(build, pod);
  if (steps.length === 0)
    return {
      kind: 'rejected',
      says: said || 'no reason given',
    };

  const failed = steps.find(step => step.state === 'failed');
  const step = failed?.name ?? CONTAINER.exec(message)?.[1];
  const exitCode = failed?.exitCode;
  const meaning =
    endedFromOutside(message, pod) ??
    (exitCode === undefined
      ? undefined
      : exitCodeMeaning(exitCode, step, failed?.reason)?.meaning);
  const lastLine = said.replace(/^step \S+: ?/, '');
  const tells =
    lastLine !== '' &&
    !REPEATS.test(said) &&
    (meaning === undefined || LAST_LINE_TELLS.has(step ?? ''));
  return present({
    kind: 'failed' as const,
    step,
    exitCode,
    meaning,
    says: [
      meaning ?? (tells ? lastLine : 'the build failed'),
      where(step, exitCode),
      meaning !== undefined && tells ? `: ${lastLine}` : '',
    ].join(''),
  });
}

function where(step: string | undefined, exitCode: number | undefined): string {
  const parts = [
    step ?? '',
    exitCode === undefined ? '' : `exit ${exitCode}`,
  ].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function endedFromOutside(
  message: string,
  pod: PodObject | undefined,
): string | undefined {
  const text = `${message} ${pod?.message ?? ''}`;
  const evicted = EVICTED.exec(text)?.[0];
  if (evicted || pod?.reason === 'Evicted')
    return evicted ? `evicted: ${evicted.trim()}` : 'evicted';
  if (DEADLINE.test(text) || pod?.reason === 'DeadlineExceeded')
    return 'took longer than its build timeout';
  return undefined;
}
