import type { BuildChange } from './BuildChange';
import { configDifferences } from './configDifferences';
import { Fields } from './Fields';
import { present } from './present';
import { scalarText } from './scalarText';

/** All annotations of an object together are bounded by Kubernetes at 256 KiB. */
const ANNOTATION_MAX = 256 * 1024;

/** Parses `image.kpack.io/buildChanges` (kpack pkg/buildchange). Undefined when it is not JSON of that shape: then the reason alone is known. */
export function readBuildChanges(
  annotation: unknown,
): readonly BuildChange[] | undefined {
  if (typeof annotation !== 'string' || annotation.length > ANNOTATION_MAX)
    return undefined;
  let json: unknown;
  try {
    json = JSON.parse(annotation);
  } catch {
    return undefined;
  }
  if (!Array.isArray(json)) return undefined;
  return json.slice(0, 20).flatMap(entry => readChange(new Fields(entry)));
}

function readChange(change: Fields): BuildChange | readonly [] {
  const reason = change.text('reason', 100);
  if (!reason) return [];
  const both = present({ old: change.text('old'), new: change.text('new') });
  switch (reason) {
    case 'TRIGGER':
      return present({ said: 'TRIGGER' as const, at: triggeredAt(both.new) });
    case 'COMMIT':
    case 'STACK':
    case 'LIFECYCLE':
      return { said: reason, ...both };
    case 'CONFIG':
      return {
        said: 'CONFIG',
        first: isNothing(change.object('old')),
        differences: configDifferences(change.raw('old'), change.raw('new')),
      };
    case 'BUILDPACK':
      return {
        said: 'BUILDPACK',
        left: change.list('old').flatMap(buildpack => {
          const id = buildpack.text('id');
          return id ? present({ id, version: buildpack.text('version') }) : [];
        }),
      };
    default:
      return present({
        said: 'OTHER' as const,
        reason,
        old: scalarText(change.raw('old')),
        new: scalarText(change.raw('new')),
      });
  }
}

/** What kpack compares the first build with: `{"resources":{},"source":{}}`. */
function isNothing(config: Fields): boolean {
  return (
    !config.has('source') &&
    ['env', 'services', 'cnbBindings'].every(
      key => config.list(key).length === 0,
    )
  );
}

/** `A new build was manually triggered on Fri, 20 Nov 2020 15:38:15 -0500` */
function triggeredAt(text: string | undefined): string | undefined {
  const at = Date.parse(/ on (.+)$/.exec(text ?? '')?.[1] ?? '');
  return Number.isNaN(at)
    ? undefined
    : new Date(at).toISOString().replace('.000Z', 'Z');
}
