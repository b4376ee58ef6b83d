import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { RetentionLimits } from './RetentionLimits';

const KEY = 'supplyChain.logs.archive';
const DAY_MS = 24 * 60 * 60_000;
const MIB = 1024 * 1024;

/**
 * Days, builds and MiB when nothing is set. A month is how long people come back to a build; kpack itself keeps ten that
 * succeeded and ten that failed; a build with its logs takes some 15 KiB (docs/operations.md), so that 2 GiB are more than a
 * hundred thousand of them. One log of 64 MiB is most of a million lines.
 */
const DEFAULTS = { days: 30, builds: 50, totalMiB: 2048, logMiB: 64 } as const;

/** Of the log archive; `config.d.ts` describes it. */
export interface ArchiveConfig {
  readonly limits: RetentionLimits;
  /** Bytes of one log at most. */
  readonly maxLogBytes: number;
}

/** Undefined when there is to be no archive. */
export function readArchiveConfig(
  config: RootConfigService,
): ArchiveConfig | undefined {
  if (!(config.getOptionalBoolean(`${KEY}.enabled`) ?? true)) return undefined;
  const positive = (key: string, otherwise: number) => {
    const value = config.getOptionalNumber(`${KEY}.${key}`) ?? otherwise;
    if (!(value > 0)) {
      throw new Error(
        `${KEY}.${key} has to be greater than 0: to keep no logs, set ${KEY}.enabled to false`,
      );
    }
    return value;
  };
  return {
    limits: {
      maxAgeMs: positive('keepDays', DEFAULTS.days) * DAY_MS,
      buildsPerImage: positive('keepBuildsPerImage', DEFAULTS.builds),
      totalBytes: positive('maxTotalMiB', DEFAULTS.totalMiB) * MIB,
    },
    maxLogBytes: positive('maxLogMiB', DEFAULTS.logMiB) * MIB,
  };
}
