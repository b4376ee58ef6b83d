import type { ContainerState } from './ContainerState';
import type { Fields } from './Fields';
import { present } from './present';
import { MESSAGE_MAX } from './messageMax';

/** kpack hides its metadata in `completion`'s termination message (base64 of gzip): not for people. */
const HIDDEN_MESSAGE = /^[A-Za-z0-9+/=\s]{64,}$/;

/** Zero time of Go, which the kubelet writes for containers that never started. */
const NEVER = '1970-01-01T00:00:00Z';

/** One `state` of a container status, or one entry of `stepStates`. */
export function readContainerState(state: Fields): ContainerState {
  if (said(state, 'terminated')) {
    const terminated = state.object('terminated');
    const message = terminated.text('message', MESSAGE_MAX);
    return present({
      kind: 'terminated' as const,
      exitCode: terminated.integer('exitCode'),
      signal: terminated.integer('signal'),
      reason: terminated.text('reason'),
      message: message && HIDDEN_MESSAGE.test(message) ? undefined : message,
      startedAt: moment(terminated, 'startedAt'),
      finishedAt: moment(terminated, 'finishedAt'),
    });
  }
  if (said(state, 'running')) {
    const startedAt = moment(state.object('running'), 'startedAt');
    return present({ kind: 'running' as const, startedAt });
  }
  if (said(state, 'waiting')) {
    const waiting = state.object('waiting');
    return present({
      kind: 'waiting' as const,
      reason: waiting.text('reason'),
      message: waiting.text('message', MESSAGE_MAX),
    });
  }
  return { kind: 'absent' };
}

function said(state: Fields, key: string): boolean {
  const value = state.raw(key);
  return typeof value === 'object' && value !== null;
}

function moment(fields: Fields, key: string): string | undefined {
  const at = fields.instant(key);
  return at === NEVER ? undefined : at;
}
