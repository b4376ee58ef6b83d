import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { asSupplyChainError } from '../api/asSupplyChainError';
import type { LogSource } from '../api/LogSource';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import type { SupplyChainError } from '../api/SupplyChainError';
import type { ErrorLine } from './errorLinesIn';

export type StepError =
  | { state: 'reading' }
  /** Empty when the step printed nothing. */
  | { state: 'read'; lines: ErrorLine[]; first: number | undefined }
  | { state: 'failed'; error: SupplyChainError };

/** The first error lines of a failed step, read from its log. */
export function useStepError(of: LogSource, step: string): StepError {
  const api = useApi(supplyChainApiRef);
  const { cluster, namespace, name } = of.ref;
  const resource = of.kind === 'run' ? of.resource : undefined;
  const [found, setFound] = useState<StepError>({ state: 'reading' });
  useEffect(() => {
    const aborter = new AbortController();
    setFound({ state: 'reading' });
    const ref = { cluster, namespace, name };
    const source: LogSource =
      resource === undefined
        ? { kind: 'build', ref }
        : { kind: 'run', ref, resource };
    Promise.all([
      api.logText(source, step, aborter.signal),
      // How logs are read is much code, and most builds do not fail.
      import('./errorLinesIn'),
    ]).then(
      ([bytes, { errorLinesIn }]) => {
        if (aborter.signal.aborted) return;
        setFound({ state: 'read', ...errorLinesIn(bytes, step) });
      },
      (error: unknown) => {
        if (aborter.signal.aborted) return;
        setFound({
          state: 'failed',
          error: asSupplyChainError(error, 'The log could not be read'),
        });
      },
    );
    return () => aborter.abort();
  }, [api, resource, cluster, namespace, name, step]);
  return found;
}
