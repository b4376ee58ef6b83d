import type { Fields } from '../../model/objects/Fields';

/** Parameters that chains hand the source's revision on by; authors choose the names, dashes and all. */
const NAME = /^(?:git|source)[-_]?revision$|^revision$/i;

/** The revision of the source that a run was given. */
export function revisionIn(spec: Fields): string | undefined {
  return spec
    .list('params')
    .find(each => NAME.test(each.text('name') ?? ''))
    ?.text('value');
}
