import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { browserEnvironment } from '../api/browserEnvironment';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import { BuildLogs } from './BuildLogs';
import { followBuildLogs } from './followBuildLogs';
import { usePageVisible } from './usePageVisible';

/** ms. Changes within one frame are drawn together; timers, unlike frames, go on in a hidden tab. */
const FRAME = 16;

/** The logs of a build, coming in for as long as the component is on screen and the tab is seen. */
export function useBuildLogs({ cluster, namespace, name }: ObjectRef): {
  logs: BuildLogs;
  /** Changes with every change of `logs`. */
  version: number;
} {
  const api = useApi(supplyChainApiRef);
  const isVisible = usePageVisible();
  // The build is part of what makes these logs these: another build gets an empty object of its own.
  const logs = useMemo(
    () => new BuildLogs(onceAFrame()),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, cluster, namespace, name],
  );
  useEffect(() => {
    if (!isVisible || logs.connection.state === 'done') return undefined;
    const aborter = new AbortController();
    void followBuildLogs(
      { kind: 'build', ref: { cluster, namespace, name } },
      logs,
      { api, environment: browserEnvironment() },
      aborter.signal,
    );
    return () => aborter.abort();
  }, [api, cluster, namespace, name, logs, isVisible]);
  const version = useSyncExternalStore(logs.subscribe, () => logs.version);
  return { logs, version };
}

function onceAFrame(): (flush: () => void) => void {
  let waiting = false;
  return flush => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      flush();
    }, FRAME);
  };
}
