import {
  apiPaths,
  assertNever,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LogSource } from './LogSource';

/** Where the logs of a source are, below the plugin's base URL. */
export function logPath(source: LogSource): string {
  switch (source.kind) {
    case 'build':
      return apiPaths.logs(source.ref);
    case 'run':
      return apiPaths.runLogs(source.ref, source.resource);
    default:
      return assertNever(source);
  }
}
