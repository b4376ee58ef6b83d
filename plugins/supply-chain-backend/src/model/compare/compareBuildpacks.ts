import type {
  BuiltWithView,
  ReasonView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { change } from '../why/change';
import { reason } from '../why/reason';

/** Names said in the sentence; the rest is among the details. */
const NAMED_MAX = 3;

type Buildpacks = Pick<BuiltWithView, 'buildpacks'>;

/** Buildpacks that took part in one of the two builds only, or in another version. Nothing where kpack recorded none. */
export function compareBuildpacks(
  from: Buildpacks,
  to: Buildpacks,
): readonly ReasonView[] {
  if (from.buildpacks.length === 0 || to.buildpacks.length === 0) return [];
  const [was, is] = [versions(from), versions(to)];
  const differing = [...new Set([...was.keys(), ...is.keys()])].filter(
    id => was.get(id) !== is.get(id),
  );
  const details = differing.map(id =>
    change(`buildpack ${id}`, was.get(id), is.get(id)),
  );
  const [only] = differing;
  if (only === undefined) return [];
  const [old, now] = [was.get(only), is.get(only)];
  return [
    differing.length === 1 && old && now
      ? reason(
          'buildpack',
          undefined,
          'buildpack',
          { buildpack: only, old, new: now },
          details,
        )
      : reason(
          'buildpack',
          undefined,
          'buildpacks-differ',
          { what: summary(differing) },
          details,
        ),
  ];
}

/** `acme/npm-install, acme/node-engine and 2 more` */
function summary(ids: readonly string[]): string {
  const named = ids.slice(0, NAMED_MAX).join(', ');
  const more = ids.length - NAMED_MAX;
  return more > 0 ? `${named} and ${more} more` : named;
}

function versions({ buildpacks }: Buildpacks): ReadonlyMap<string, string> {
  return new Map(buildpacks.map(({ id, version }) => [id, version ?? '']));
}
