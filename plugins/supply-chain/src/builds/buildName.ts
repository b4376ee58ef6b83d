import type { BuildRow } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';

/** `Build 6`, or by its name where it has no number: builds made by hand. */
export function buildName(
  t: Words,
  build: Pick<BuildRow, 'number' | 'ref'>,
): string {
  return build.number === undefined
    ? t('build.named', { name: build.ref.name })
    : t('build.number', { number: `${build.number}` });
}
