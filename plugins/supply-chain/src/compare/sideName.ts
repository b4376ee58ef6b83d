import type { ComparedBuild } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';

/** `build 6`, within a sentence. */
export function sideName(
  t: Words,
  { number, ref }: Pick<ComparedBuild, 'number' | 'ref'>,
): string {
  return t('compare.side', { build: `${number ?? ref.name}` });
}
