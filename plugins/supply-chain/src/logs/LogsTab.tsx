import type { BuildView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { usePanelUrl } from '../stages/usePanelUrl';
import { LogViewer } from './LogViewer';
import { useBuildLogs } from './useBuildLogs';

/** The tab *Logs* of a build. */
export function LogsTab({ build }: { build: BuildView }) {
  const url = usePanelUrl();
  const { logs, version } = useBuildLogs(build.ref);
  return <LogViewer build={build} logs={logs} version={version} url={url} />;
}
