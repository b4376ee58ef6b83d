import { shortImage } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** An image by its short digest, `sha256:c6082b0`: the tags of builders say nothing. Without a digest in its shortest form. */
export function shortDigest(image: string): string {
  const digest = /@(\w+:[0-9a-f]+)$/.exec(image)?.[1];
  return shortImage(digest === undefined ? image : `_@${digest}`);
}
