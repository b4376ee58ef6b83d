import type { KindHealth } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { CopyLogger } from './CopyLogger';

/** One line for the operator whenever the copy of a kind becomes better or worse. Never object contents. */
export function logHealth(
  logger: CopyLogger,
  cluster: string,
  health: KindHealth,
): void {
  const { limitedTo, leftOut } = health;
  const where = limitedTo
    ? `, in namespaces ${limitedTo.join(', ')} only${
        leftOut === undefined ? '' : ` (${leftOut} more are left out)`
      }`
    : '';
  const what = `The copy of ${health.resource} of cluster ${cluster} is ${health.state}${where}`;
  const { problem } = health;
  if (!problem) {
    logger.info(what);
    return;
  }
  switch (problem.because) {
    case 'denied':
      logger.warn(
        `${what}: ${problem.says ?? `not allowed to ${problem.verb} it`}`,
      );
      break;
    case 'unreachable':
      logger.warn(
        `${what}: ${
          problem.says ?? `the cluster has not answered since ${problem.since}`
        }`,
      );
      break;
    case 'absent':
      logger.info(`${what}: the cluster does not know this kind`);
      break;
    default:
      logger.info(what);
  }
}
