import type { OutputView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedResource } from '../model/objects/OwnerStatus';
import { Fields } from '../model/objects/Fields';
import { isDeeperThan } from '../model/objects/isDeeperThan';
import { outputValue } from '../model/stages/outputValue';
import { outputView } from '../model/stages/outputView';
import type { ValuesShown } from '../model/ValuesShown';
import { withoutCredentials } from '../model/words/withoutCredentials';
import { hideEnvValues } from '../model/words/hideEnvValues';
import { goYaml } from './goYaml';

/** Levels of a value that is tried: twice those of a pod. Written out, each costs every line below it four blanks. */
const LEVELS = 30;

/**
 * The outputs of a stage, in full where the stamped object holds the value and the digest proves that it is the one which was
 * handed on (DESIGN 4.4). Its place depends on the template, so the known ones are tried.
 */
export function fullOutputs(
  stage: RealizedResource,
  object: unknown,
  values: ValuesShown,
  sha256: ((text: string) => string) | undefined,
): OutputView[] {
  return stage.outputs.map(output => {
    const view = outputView(output, sha256);
    const whole =
      view.cut && sha256 && output.digest
        ? candidates(object).find(each => sha256(each) === output.digest)
        : undefined;
    const text = outputValue(whole ?? output.preview);
    const shown = values === 'shown' ? text : hideEnvValues(text);
    const { redacted: _, ...rest } = view;
    return {
      ...rest,
      value: withoutCredentials(shown),
      cut: whole === undefined && view.cut,
      ...(shown === text ? {} : { redacted: true as const }),
    };
  });
}

/** The values that templates hand on whole, as Cartographer writes them. */
function candidates(object: unknown): readonly string[] {
  const all = new Fields(object);
  const data = all.raw('data');
  const values = [
    data,
    ...valuesOf(data),
    all.object('status').raw('template'),
    ...valuesOf(all.object('status').raw('outputs')),
    all.raw('spec'),
  ];
  return values.flatMap(each =>
    each === undefined || each === null || isDeeperThan(each, LEVELS)
      ? []
      : goYaml(each),
  );
}

function valuesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value)
    : [];
}
