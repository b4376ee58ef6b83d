import { isInstant } from '../instants/isInstant.ts';
import type { Family } from './Family.ts';
import type { ReadText } from './JsonPattern.ts';
import type { Slot } from './Slot.ts';
import { TextPattern } from './TextPattern.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const INSTANT = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?Z';

/**
 * Tells what in the texts of a family's objects has to differ from workload to workload. `newest` is the number of the
 * build that the object speaks of as the newest: all others are counted back from it. `born`: the object is created
 * once, not with every build.
 */
export function readSlots(
  family: Family,
  { newest, born }: { newest: number; born: boolean },
): ReadText {
  const { name, namespace = '' } = family.workload.metadata;
  const imageName = family.image.metadata.name;
  const word = (text: string) =>
    `(?<![A-Za-z0-9])${text.replace(/[.]/g, '\\.')}(?![A-Za-z0-9])`;
  const places = new RegExp(
    [
      `(?<uuid>${UUID})`,
      `(?<digest>(?<=sha256:)[0-9a-f]{64})`,
      `(?<commit>(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f]))`,
      `(?<instant>(?<=^|")${INSTANT}(?=$|"))`,
      `(?<=:b)(?<tagBuild>\\d+)\\.(?<tagTime>\\d{8}\\.\\d{6})`,
      `(?<![A-Za-z0-9-])${imageName}-build-(?<build>\\d+)(?!\\d)`,
      `(?<name>${word(name)})`,
      `(?<namespace>${word(namespace)})`,
    ].join('|'),
    'g',
  );
  const behind = (text: string | undefined) => newest - Number(text);

  const slotsOf = (
    found: Readonly<Record<string, string | undefined>>,
    key: string,
  ): (string | Slot)[] | undefined => {
    const { uuid, digest, commit, instant, tagTime, build } = found;
    if (uuid !== undefined) {
      const run = family.uids.get(uuid);
      const of = run ? `${run.kind}-${newest - run.number}` : uuid;
      return [{ kind: 'uuid', of }];
    }
    if (digest !== undefined) {
      const number = family.digests.get(digest);
      // Digests of builders and run images are everybody's.
      if (number === undefined) return undefined;
      return [{ kind: 'imageDigest', behind: newest - number }];
    }
    if (commit !== undefined) return [{ kind: 'sha1', of: commit }];
    if (instant !== undefined)
      return [
        {
          kind: 'instant',
          at: instant,
          born: born && key === 'creationTimestamp',
        },
      ];
    if (tagTime !== undefined)
      return [
        { kind: 'buildNumber', behind: behind(found.tagBuild) },
        '.',
        { kind: 'tagTime', at: tagTime },
      ];
    if (build !== undefined)
      return [
        ...[...partsOfName(imageName, name)],
        '-build-',
        { kind: 'buildNumber', behind: behind(build) },
      ];
    if (found.name !== undefined) return [{ kind: 'name' }];
    if (found.namespace !== undefined) return [{ kind: 'namespace' }];
    return undefined;
  };

  return (text, key) => {
    if (key === 'resourceVersion')
      return new TextPattern([{ kind: 'version' }]);
    if (key === 'image.kpack.io/buildNumber' || key === 'buildCounter')
      return new TextPattern([{ kind: 'buildNumber', behind: behind(text) }]);
    if (isInstant(text) && key === 'creationTimestamp' && born)
      return new TextPattern([{ kind: 'instant', at: text, born }]);
    const parts: (string | Slot)[] = [];
    let from = 0;
    for (const match of text.matchAll(places)) {
      const slots = slotsOf(match.groups ?? {}, key);
      if (!slots) continue;
      parts.push(text.slice(from, match.index), ...slots);
      from = match.index + match[0].length;
    }
    return new TextPattern([...parts, text.slice(from)]);
  };
}

/** An Image is called like its workload, or so with something around it. */
function* partsOfName(
  image: string,
  workload: string,
): Iterable<string | Slot> {
  for (const [i, piece] of image.split(workload).entries()) {
    if (i > 0) yield { kind: 'name' };
    yield piece;
  }
}
