import {
  shortRevision,
  type ChangeView,
  type ReasonView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { commitIn } from '../builds/commitIn';
import type { BuildChange, Difference } from '../objects/BuildChange';
import type { ValuesShown } from '../ValuesShown';
import { change } from './change';
import { reason } from './reason';

type ConfigChange = Extract<BuildChange, { said: 'CONFIG' }>;

/** The variable that names the revision where the source itself is an archive. */
const OCI_SOURCE = 'env.BP_OCI_SOURCE';

/** Paths that say where the source is; `source.subPath` is a matter of configuration. */
const SOURCE = /^source\.(?:git|blob|registry)\./;

const GIT_REVISION = 'source.git.revision';

/** Names said in the sentence; the rest is among the details. */
const NAMED_MAX = 3;

/**
 * Behind Flux kpack calls a new commit CONFIG, because the archive's URL moved. So the source's part of the difference is
 * told as a reason of its own, with both revisions, and only what is left over is configuration.
 */
export function explainConfig(
  { first, differences: all }: ConfigChange,
  values: ValuesShown,
  /** The git revision is a reason of its own, and not told twice. */
  revisionTold: boolean,
): readonly ReasonView[] {
  const differences = revisionTold
    ? all.filter(each => each.path !== GIT_REVISION)
    : all;
  const isSource = (each: Difference) =>
    SOURCE.test(each.path) ||
    (each.path === OCI_SOURCE && commitIn(each.new ?? each.old) !== undefined);
  const source = differences.filter(isSource);
  const config = differences.filter(each => !isSource(each));
  const shown = config.map(each =>
    change(
      each.path,
      each.old,
      each.new,
      each.path.startsWith('env.') && values === 'redacted',
    ),
  );
  if (first)
    return [
      reason('first-build', 'CONFIG', 'first-build', {}, [
        ...sourceDetails(source),
        ...shown,
      ]),
    ];
  const reasons: ReasonView[] = [];
  if (source.length > 0) {
    const revision = revisionOf(source, 'new');
    const moved = revision !== revisionOf(source, 'old');
    const short = moved && revision ? shortened(revision) : undefined;
    reasons.push(
      short
        ? reason(
            'source',
            'CONFIG',
            'source',
            { revision: short },
            sourceDetails(source),
          )
        : reason(
            'source',
            'CONFIG',
            'source-unnamed',
            {},
            sourceDetails(source),
          ),
    );
  }
  if (config.length > 0)
    reasons.push(
      reason('config', 'CONFIG', 'config', { what: summary(config) }, shown),
    );
  return reasons.length > 0
    ? reasons
    : [reason('config', 'CONFIG', 'config-unnamed')];
}

/** The revision first, then every path of the source as it is; the variable repeats the revision and is left out. */
function sourceDetails(source: readonly Difference[]): readonly ChangeView[] {
  const old = revisionOf(source, 'old');
  const now = revisionOf(source, 'new');
  const paths = source
    .filter(each => each.path !== OCI_SOURCE)
    .filter(each => each.path !== GIT_REVISION)
    .map(each => change(each.path, each.old, each.new));
  return old === now ? paths : [change('source.revision', old, now), ...paths];
}

/** The commit in the variable, the archive's URL or the git revision; else the digest of a source image. */
function revisionOf(
  source: readonly Difference[],
  side: 'old' | 'new',
): string | undefined {
  const at = (path: string) => source.find(each => each.path === path)?.[side];
  const git = at(GIT_REVISION);
  const image = at('source.registry.image');
  return (
    commitIn(at(OCI_SOURCE)) ??
    commitIn(at('source.blob.url')) ??
    git ??
    image?.split('@')[1]
  );
}

function shortened(revision: string): string {
  return shortRevision(revision) ?? revision;
}

/** `env BP_NODE_RUN_SCRIPTS, resources.limits.memory and 2 more` */
function summary(differences: readonly Difference[]): string {
  const names = [...new Set(differences.map(({ path }) => nameOf(path)))];
  const more = names.length - NAMED_MAX;
  const named = names.slice(0, NAMED_MAX).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

/** A variable by its name, a service or binding by its own; everything else by its path. */
function nameOf(path: string): string {
  const [, variable] = /^env\.(.+?)(?:\.valueFrom\..+)?$/.exec(path) ?? [];
  if (variable) return `env ${variable}`;
  const [, list, item] = /^(services|cnbBindings)\.(.+)\.\w+$/.exec(path) ?? [];
  return list && item ? `${list} ${item}` : path;
}
