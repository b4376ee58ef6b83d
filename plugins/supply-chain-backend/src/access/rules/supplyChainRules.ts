import { hasLabel } from './hasLabel';
import { inCluster } from './inCluster';
import { inNamespace } from './inNamespace';
import { isEntityOwner } from './isEntityOwner';

/** Every rule that a permission policy may use on workloads. */
export const supplyChainRules = {
  isEntityOwner,
  inCluster,
  inNamespace,
  hasLabel,
};
