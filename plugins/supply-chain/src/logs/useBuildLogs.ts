import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { browserEnvironment } from '../api/browserEnvironment';
import type { LogSource } from '../api/LogSource';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { BuildLogs } from './BuildLogs';
import { followBuildLogs } from './followBuildLogs';
import { onceAFrame } from './onceAFrame';
import { usePageVisible } from './usePageVisible';

/** The logs of a source, coming in for as long as the component is on screen and the tab is seen. Another object, another log. */
export function useBuildLogs(source: LogSource): {
  logs: BuildLogs;
  /** Changes with every change of `logs`. */
  version: number;
} {
  const api = useApi(supplyChainApiRef);
  const isVisible = usePageVisible();
  // The source is part of what makes these logs these: another one gets an empty object of its own.
  const logs = useMemo(
    () => new BuildLogs(onceAFrame()),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, source],
  );
  useEffect(() => {
    if (!isVisible || logs.connection.state === 'done') return undefined;
    const aborter = new AbortController();
    void followBuildLogs(
      source,
      logs,
      { api, environment: browserEnvironment() },
      aborter.signal,
    );
    return () => aborter.abort();
  }, [api, source, logs, isVisible]);
  const version = useSyncExternalStore(logs.subscribe, () => logs.version);
  return { logs, version };
}
