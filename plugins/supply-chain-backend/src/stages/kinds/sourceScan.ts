import type { StageInspector } from '../StageInspector';
import { readScan } from './readScan';

/** TAP's SourceScan: vulnerabilities of what a source brings, and what the policy says to them. */
export const sourceScan: StageInspector = {
  group: 'scanning.apps.tanzu.vmware.com',
  kind: 'SourceScan',
  inspect: it => readScan(it, 'source'),
};
