import type { KubeObject } from '../state/KubeObject.ts';
import type { ApiCall } from './ApiCall.ts';
import { isDryRun } from './isDryRun.ts';

/** Writes what an update came to; the last finalizer to go takes a dying object along. */
export function storeUpdate(call: ApiCall, object: KubeObject): KubeObject {
  const { context, stored } = call;
  if (isDryRun(call)) return object;
  const after = context.state.apply(stored, object);
  const { deletionTimestamp, finalizers, namespace, name } = after.metadata;
  if (deletionTimestamp && (finalizers ?? []).length === 0)
    context.state.remove(stored, namespace, name);
  return after;
}
