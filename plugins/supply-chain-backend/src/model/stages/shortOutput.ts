import {
  shortImage,
  shortRevision,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedResource } from '../objects/OwnerStatus';
import { oneLine } from '../words/oneLine';
import { outputValue } from './outputValue';

/** What a stage hands on, in a word: its image, else its revision. */
export function shortOutput(stage: RealizedResource): string {
  const value = (name: string) => {
    const output = stage.outputs.find(each => each.name === name);
    return oneLine(output && outputValue(output.preview));
  };
  const image = value('image');
  if (image) return shortImage(image);
  const revision = value('revision');
  if (revision) return shortRevision(revision) ?? revision;
  return 'the output before it';
}
