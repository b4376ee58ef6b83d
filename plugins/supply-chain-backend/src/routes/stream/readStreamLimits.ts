import type { RootConfigService } from '@backstage/backend-plugin-api';
import { STREAM_LIMITS, type StreamLimits } from './StreamLimits';

/** A page has one stream, and one more while a log is open: with fewer it would refuse itself. */
const FEWEST = 2;

/** `supplyChain.streams` of the configuration (`config.d.ts` describes it); what is left out is as we think best. */
export function readStreamLimits(
  config: Pick<RootConfigService, 'getOptionalNumber'>,
): StreamLimits {
  const number = (key: string, otherwise: number) => {
    const value = config.getOptionalNumber(`supplyChain.streams.${key}`);
    if (value === undefined) return otherwise;
    if (!Number.isSafeInteger(value) || value < FEWEST) {
      throw new Error(
        `supplyChain.streams.${key} has to be a whole number of at least ${FEWEST}: a page has one stream open, and one more while it shows a log`,
      );
    }
    return value;
  };
  return {
    each: number('perPerson', STREAM_LIMITS.each),
    all: number('total', STREAM_LIMITS.all),
  };
}
