import { useApi } from '@backstage/core-plugin-api';
import type {
  Keepable,
  ObjectView,
  StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useEffect, useState } from 'react';
import { asSupplyChainError } from '../../api/asSupplyChainError';
import { supplyChainApiRef } from '../../api/SupplyChainApi';
import type { SupplyChainError } from '../../api/SupplyChainError';

export type ObjectYamlState =
  | { readonly state: 'reading'; readonly before?: ObjectView | undefined }
  | { readonly state: 'read'; readonly view: ObjectView }
  | { readonly state: 'failed'; readonly error: SupplyChainError };

/** The object as it is now; read again when something else is to be kept, or asked for again. */
export function useObjectYaml(
  { ref, resource }: NonNullable<StageDetailView['object']>,
  workload: string | undefined,
  keep: readonly Keepable[],
): { readonly yaml: ObjectYamlState; readonly again: () => void } {
  const api = useApi(supplyChainApiRef);
  const [yaml, setYaml] = useState<ObjectYamlState>({ state: 'reading' });
  const [round, setRound] = useState(0);
  const { cluster, namespace, name } = ref;
  const kept = keep.join(',');
  useEffect(() => {
    const aborter = new AbortController();
    setYaml(was => ({
      state: 'reading',
      before: was.state === 'read' ? was.view : undefined,
    }));
    api
      .object(
        { cluster, namespace, name },
        resource,
        { keep: kept === '' ? [] : (kept.split(',') as Keepable[]), workload },
        aborter.signal,
      )
      .then(
        view => setYaml({ state: 'read', view }),
        (error: unknown) => {
          if (aborter.signal.aborted) return;
          setYaml({
            state: 'failed',
            error: asSupplyChainError(error),
          });
        },
      );
    return () => aborter.abort();
  }, [api, cluster, namespace, name, resource, workload, kept, round]);
  return { yaml, again: () => setRound(was => was + 1) };
}
