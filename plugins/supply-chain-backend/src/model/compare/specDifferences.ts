import type { Difference } from '../objects/BuildChange';
import { configDifferences } from '../objects/configDifferences';
import { Fields } from '../objects/Fields';

/**
 * What of a Build's spec is no configuration of its Image: its tags and times are its own, the last build is another one,
 * builder and run image are told apart as buildpacks, stack and lifecycle.
 */
const OWN: ReadonlySet<string> = new Set([
  ...['tags', 'creationTime', 'lastBuild', 'builder', 'runImage'],
]);

/** Every path of two Builds' specs that differs: more than kpack compares, so also what rebuilds nothing. */
export function specDifferences(
  from: unknown,
  to: unknown,
): readonly Difference[] {
  return configDifferences(configOf(from), configOf(to));
}

function configOf(build: unknown): unknown {
  const spec = new Fields(build).raw('spec');
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec))
    return {};
  return Object.fromEntries(
    Object.entries(spec).filter(([key]) => !OWN.has(key)),
  );
}
