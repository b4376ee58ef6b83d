import type { Substitution } from '../play/Substitution.ts';
import type { KubeObject } from '../state/KubeObject.ts';
import { goYaml } from './goYaml.ts';
import { outputOf } from './outputOf.ts';
import type { Stage } from './Stage.ts';

/**
 * The outputs of a stage after its input changed. A preview that is whole is renewed itself; of one
 * that is cut the whole value is looked for in the stamped object and renewed there. Where it
 * cannot be found the digest changes all the same, and nobody can prove what flowed.
 */
export function renewOutputs(
  outputs: Stage['outputs'],
  before: KubeObject,
  swap: Substitution,
): Stage['outputs'] {
  return outputs.map(output => {
    const whole =
      outputOf(output.name, output.preview).digest === output.digest
        ? output.preview
        : findValue(before, output);
    const renewed = swap.text(whole ?? output.preview);
    if (renewed === (whole ?? output.preview)) return output;
    return outputOf(output.name, renewed);
  });
}

/** Where a template's configPath may point: into data, or into the status that another controller filled. */
const DEPTH = 4;

function findValue(
  object: KubeObject,
  { name, digest }: Stage['outputs'][number],
): string | undefined {
  const { metadata: _metadata, ...content } = object;
  let level: unknown[] = Object.values(content);
  for (let depth = 0; depth < DEPTH; depth++) {
    for (const value of level) {
      const yaml = goYaml(value);
      if (outputOf(name, yaml).digest === digest) return yaml;
    }
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return undefined;
}
