import type { StageInspector } from '../StageInspector';
import { readScan } from './readScan';

/** TAP's ImageScan: vulnerabilities of what is in an image, and what the policy says to them. */
export const imageScan: StageInspector = {
  group: 'scanning.apps.tanzu.vmware.com',
  kind: 'ImageScan',
  inspect: it => readScan(it, 'image'),
};
