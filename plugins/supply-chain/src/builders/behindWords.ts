import type { BehindView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { Words } from '../translation/Words';

/** One thing that an image lacks: `Stack base: sha256:e9e22c4 → 0.1.11`. */
export function behindWords(
  t: Words,
  { what, name, from, to }: BehindView,
): string {
  const kind = {
    stack: t('builder.stack'),
    buildpack: t('builder.buildpack'),
    lifecycle: t('builder.lifecycle'),
  }[what];
  const versions = [from, to].filter(Boolean).join(' → ');
  return `${[kind, name].filter(Boolean).join(' ')}: ${versions}`;
}
