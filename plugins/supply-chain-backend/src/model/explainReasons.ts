import {
  assertNever,
  shortRevision,
  type ReasonView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { isRebase } from './builds/isRebase';
import type { BuildChange } from './objects/BuildChange';
import type { BuildObject } from './objects/BuildObject';
import { change } from './why/change';
import { explainBuildpacks } from './why/explainBuildpacks';
import { explainConfig } from './why/explainConfig';
import { explainLifecycle } from './why/explainLifecycle';
import { explainTrigger } from './why/explainTrigger';
import { reason } from './why/reason';
import type { ValuesShown } from './ValuesShown';

/**
 * Why a build ran, in kpack's order. `previous` is the build before it, as far as it still exists.
 * What cannot be parsed falls back to the bare reason; what nobody knows is said verbatim.
 */
export function explainReasons(
  build: BuildObject,
  previous: BuildObject | undefined,
  values: ValuesShown,
): readonly ReasonView[] {
  const changes = build.changes ?? [];
  const explained = changes.flatMap(each =>
    explain(each, build, previous, values),
  );
  const told = new Set(explained.map(each => each.said));
  const bare = build.reasons
    .filter(said => !told.has(said))
    .map(said => unexplained(said, build, previous));
  const all = [...explained, ...bare];
  if (all.length > 0) return all;
  return build.image === undefined
    ? [reason('by-hand', undefined, 'by-hand')]
    : [reason('unknown', undefined, 'none')];
}

function explain(
  each: BuildChange,
  build: BuildObject,
  previous: BuildObject | undefined,
  values: ValuesShown,
): readonly ReasonView[] {
  switch (each.said) {
    case 'TRIGGER':
      return [explainTrigger(each.at, previous)];
    case 'COMMIT': {
      const details = [change('source.revision', each.old, each.new)];
      return [
        each.new
          ? reason(
              'source',
              'COMMIT',
              'source',
              { revision: shortRevision(each.new) ?? each.new },
              details,
            )
          : reason('source', 'COMMIT', 'source-unnamed'),
      ];
    }
    case 'CONFIG':
      return explainConfig(each, values, toldAsCommit(build));
    case 'BUILDPACK':
      return [explainBuildpacks(each, build)];
    case 'STACK':
      return [
        reason(
          'stack',
          'STACK',
          isRebase(build, undefined) ? 'stack-rebase' : 'stack',
          {},
          each.old || each.new ? [change('run image', each.old, each.new)] : [],
        ),
      ];
    case 'LIFECYCLE':
      return [explainLifecycle(each.old, each.new)];
    case 'OTHER': {
      const hidden = values === 'redacted';
      const details =
        each.old === undefined && each.new === undefined
          ? []
          : [change(each.reason, each.old, each.new, hidden)];
      const params = { said: each.reason };
      return [reason('unknown', each.reason, 'unknown', params, details)];
    }
    default:
      return assertNever(each);
  }
}

/** kpack compares the revision apart, but its CONFIG payload holds it too. */
function toldAsCommit(build: BuildObject): boolean {
  return (build.changes ?? []).some(each => each.said === 'COMMIT');
}

/** Old kpack, or a payload that cannot be parsed: the reason is known, the difference is not. */
function unexplained(
  said: string,
  build: BuildObject,
  previous: BuildObject | undefined,
): ReasonView {
  switch (said) {
    case 'TRIGGER':
      return explainTrigger(undefined, previous);
    case 'COMMIT':
      return explainCommit(build, previous);
    case 'CONFIG':
      return build.number === 1
        ? reason('first-build', said, 'first-build')
        : reason('config', said, 'config-unnamed');
    case 'BUILDPACK':
      return reason('buildpack', said, 'buildpack-unnamed');
    case 'STACK':
      return reason(
        'stack',
        said,
        isRebase(build, undefined) ? 'stack-rebase' : 'stack',
      );
    case 'LIFECYCLE':
      return explainLifecycle(
        previous?.lifecycleVersion,
        build.lifecycleVersion,
      );
    default:
      return reason('unknown', said, 'unknown', { said });
  }
}

function explainCommit(
  build: BuildObject,
  previous: BuildObject | undefined,
): ReasonView {
  const now = build.source.git?.revision;
  const old = previous?.source.git?.revision;
  if (!now) return reason('source', 'COMMIT', 'source-unnamed');
  return reason(
    'source',
    'COMMIT',
    'source',
    { revision: shortRevision(now) ?? now },
    [change('source.revision', old, now)],
  );
}
