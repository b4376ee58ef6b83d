import type { BuildSource } from './BuildSource';
import type { Fields } from './Fields';
import { present } from './present';

/** `spec.source` of an Image or Build. */
export function readBuildSource(source: Fields): BuildSource {
  const git = source.object('git');
  return present({
    git: source.has('git')
      ? present({ url: git.text('url'), revision: git.text('revision') })
      : undefined,
    blob: source.has('blob')
      ? present({ url: source.object('blob').text('url') })
      : undefined,
    registry: source.has('registry')
      ? present({ image: source.object('registry').text('image') })
      : undefined,
    subPath: source.text('subPath'),
  });
}
