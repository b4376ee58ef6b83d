import { shortImage } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** `sha256:c6082b0`: enough to tell two apart at a glance. */
export function shortDigest(digest: string | undefined): string | undefined {
  return digest === undefined ? undefined : shortImage(`_@${digest}`);
}
