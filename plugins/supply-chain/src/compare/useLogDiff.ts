import { useApi } from '@backstage/core-plugin-api';
import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useEffect, useState } from 'react';
import { asSupplyChainError } from '../api/asSupplyChainError';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import type { SupplyChainError } from '../api/SupplyChainError';
import { diffLogs, type LogDiff } from './diffLogs';

export type LogComparing =
  | { state: 'reading' }
  | { state: 'failed'; error: SupplyChainError }
  | LogDiff;

/** What differs between the logs that a step left in two builds; undefined while no step is asked for. */
export function useLogDiff(
  from: ObjectRef,
  to: ObjectRef,
  step: string | undefined,
): LogComparing | undefined {
  const api = useApi(supplyChainApiRef);
  const [found, setFound] = useState<LogComparing>();
  const { cluster, namespace, name } = from;
  const { name: toName } = to;
  useEffect(() => {
    if (step === undefined) {
      setFound(undefined);
      return undefined;
    }
    const aborter = new AbortController();
    const text = (build: string) =>
      api.logText(
        { kind: 'build', ref: { cluster, namespace, name: build } },
        step,
        aborter.signal,
      );
    setFound({ state: 'reading' });
    Promise.all([text(name), text(toName)]).then(
      ([old, now]) => {
        if (!aborter.signal.aborted) setFound(diffLogs(old, now));
      },
      (error: unknown) => {
        if (aborter.signal.aborted) return;
        setFound({ state: 'failed', error: asSupplyChainError(error) });
      },
    );
    return () => aborter.abort();
  }, [api, cluster, namespace, name, toName, step]);
  return found;
}
