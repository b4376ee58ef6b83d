import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { LogArchive } from './LogArchive';

/** Put in place of the default, which keeps logs in the plugin's database. */
export interface LogArchiveExtensionPoint {
  setLogArchive(archive: LogArchive): void;
}

export const logArchiveExtensionPoint =
  createExtensionPoint<LogArchiveExtensionPoint>({
    id: 'supply-chain.log-archive',
  });
