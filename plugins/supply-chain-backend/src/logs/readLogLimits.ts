import type { RootConfigService } from '@backstage/backend-plugin-api';
import { LOG_LIMITS, type LogLimits } from './LogLimits';

const MIB = 1024 * 1024;
const HOUR = 60 * 60;

/** `supplyChain.logs` of the configuration (`config.d.ts` describes it); what is left out is as we think best. */
export function readLogLimits(
  config: Pick<RootConfigService, 'getOptionalNumber'>,
): LogLimits {
  const number = (key: string, unit: number) => {
    const value = config.getOptionalNumber(`supplyChain.logs.${key}`);
    if (value !== undefined && !(value > 0 && Number.isFinite(value))) {
      throw new Error(`supplyChain.logs.${key} has to be more than 0`);
    }
    return value === undefined ? undefined : value * unit;
  };
  const { each, containers, heldBytes } = LOG_LIMITS;
  return {
    each: {
      bytes: number('maxMiB', MIB) ?? each.bytes,
      lines: number('maxLines', 1) ?? each.lines,
      seconds: number('maxHours', HOUR) ?? each.seconds,
    },
    containers: number('containers', 1) ?? containers,
    heldBytes: number('heldMiB', MIB) ?? heldBytes,
  };
}
