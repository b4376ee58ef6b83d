import { producedDigests } from '../play/producedDigests.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { producedImage } from './producedImage.ts';

const DIGEST = /sha256:[0-9a-f]{64}/;

/** An output of the run before, as the finished run has it now: the same with the digest that was made. */
export function renewedOutput(former: string, final: KubeObject): string {
  const [digest] = producedDigests(final);
  const image = producedImage(final);
  const made = image?.match(DIGEST)?.[0] ?? digest;
  return made === undefined ? former : former.replace(DIGEST, made);
}
