import {
  shortRevision,
  type ChangeView,
  type ReasonView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { commitIn } from '../../model/builds/commitIn';
import type { ValuesShown } from '../../model/ValuesShown';
import { change } from '../../model/why/change';
import { reason } from '../../model/why/reason';
import type { RunInputs } from './RunInputs';

/** Names that chains give to the source's revision and address, dashes and all. */
const REVISION = /^(?:git|source)[-_]?revision$|^revision$/i;
const ADDRESS = /^(?:git|source|repo)[-_]?(?:url|address)$|^url$/i;

/** Parameters that say where things are; whatever else is given may be a secret, as arguments of a build are. */
const PLAIN =
  /^(?:dockerfile|context|image|path|sub[-_]?path|target|platform)$/i;

/** Names said in the sentence; the rest is among the details. */
const NAMED_MAX = 3;

/**
 * Why a run ran, by what it was given that the run before it was not: nothing records it. The oldest run that is kept has none
 * before it; one that was given the same was run again by its controller.
 */
export function explainRun(
  now: RunInputs,
  before: RunInputs | undefined,
  values: ValuesShown,
): readonly ReasonView[] {
  if (!before) return [reason('unknown', undefined, 'run-oldest')];
  const reasons = [
    ...sourceReason(now, before),
    ...configReason(now, before, values),
    ...stepReason(now, before),
  ];
  return reasons.length > 0
    ? reasons
    : [reason('unknown', undefined, 'run-again')];
}

function sourceReason(now: RunInputs, before: RunInputs): ReasonView[] {
  const differing = differences(now.params, before.params).filter(isSource);
  if (differing.length === 0) return [];
  const revision = differing.find(({ name }) => REVISION.test(name));
  const address = differing.find(({ name }) => ADDRESS.test(name));
  const is = commitIn(revision?.is ?? address?.is) ?? revision?.is;
  const was = commitIn(revision?.was ?? address?.was) ?? revision?.was;
  const details: ChangeView[] = [
    ...(is !== was ? [change('source.revision', was, is)] : []),
    ...differing
      .filter(each => each !== revision)
      .map(each => change(`param ${each.name}`, each.was, each.is)),
  ];
  return [
    is !== undefined && is !== was
      ? reason(
          'source',
          undefined,
          'source',
          { revision: shortRevision(is) ?? is },
          details,
        )
      : reason('source', undefined, 'source-unnamed', {}, details),
  ];
}

function configReason(
  now: RunInputs,
  before: RunInputs,
  values: ValuesShown,
): ReasonView[] {
  const differing = differences(now.params, before.params).filter(
    each => !isSource(each),
  );
  if (differing.length === 0) return [];
  return [
    reason(
      'config',
      undefined,
      'config',
      { what: summary(differing.map(({ name }) => `param ${name}`)) },
      differing.map(each =>
        change(
          `param ${each.name}`,
          each.was,
          each.is,
          values === 'redacted' && !PLAIN.test(each.name),
        ),
      ),
    ),
  ];
}

function stepReason(now: RunInputs, before: RunInputs): ReasonView[] {
  // A run that has not told its images yet, or never came to run, has not changed them.
  const differing = differences(now.stepImages, before.stepImages).filter(
    ({ was, is }) =>
      was !== undefined &&
      is !== undefined &&
      // A digest and a tag of the same step cannot be compared.
      was.includes('@') === is.includes('@'),
  );
  if (differing.length === 0) return [];
  return [
    reason(
      'config',
      undefined,
      'step-image',
      { step: summary(differing.map(({ name }) => name)) },
      differing.map(({ name, was, is }) =>
        change(`image of step ${name}`, was, is),
      ),
    ),
  ];
}

type Differing = {
  readonly name: string;
  readonly was?: string;
  readonly is?: string;
};

function differences(
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
): Differing[] {
  return [...new Set([...before.keys(), ...now.keys()])].flatMap(name => {
    const [was, is] = [before.get(name), now.get(name)];
    if (was === is) return [];
    return {
      name,
      ...(was === undefined ? {} : { was }),
      ...(is === undefined ? {} : { is }),
    };
  });
}

function isSource({ name }: Differing): boolean {
  return REVISION.test(name) || ADDRESS.test(name);
}

/** `param dockerfile, param context and 2 more` */
function summary(names: readonly string[]): string {
  const named = names.slice(0, NAMED_MAX).join(', ');
  const more = names.length - NAMED_MAX;
  return more > 0 ? `${named} and ${more} more` : named;
}
