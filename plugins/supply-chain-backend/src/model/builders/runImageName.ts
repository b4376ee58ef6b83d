import type { BuilderObject } from '../objects/BuilderObject';
import { digestOf } from './digestOf';
import { shortDigest } from './shortDigest';

/** What is known besides a builder to call its parts by name. */
export type BuilderNames = {
  /** The tag that its stack's run image was asked for by, where the builder has that very image. */
  readonly runTag?: string;
};

/** What people call the run image that a builder has now: the tag that somebody asked for, else its short digest. */
export function runImageName(
  { runImage }: BuilderObject,
  { runTag }: BuilderNames,
): string | undefined {
  return runTag ?? shortDigest(digestOf(runImage));
}
