import type { Fields } from '../../model/objects/Fields';
import type { StageInspector } from '../StageInspector';
import { fluxSource } from './fluxSource';

/** What a GitRepository may follow, the most exact first: Flux takes the first that is set. */
const REFS = ['commit', 'name', 'semver', 'tag', 'branch'] as const;

/** Flux GitRepository: a branch, tag or commit of a Git server, fetched as an archive. */
export const gitRepository: StageInspector = {
  group: 'source.toolkit.fluxcd.io',
  kind: 'GitRepository',
  inspect: ({ object }) => {
    const spec = object.object('spec');
    return {
      facts: fluxSource(object, {
        from: 'git',
        url: spec.text('url'),
        follows: followed(spec.object('ref')),
      }),
    };
  },
};

function followed(ref: Fields): string | undefined {
  const kind = REFS.find(each => ref.text(each) !== undefined);
  return kind && `${kind} ${ref.text(kind)}`;
}
