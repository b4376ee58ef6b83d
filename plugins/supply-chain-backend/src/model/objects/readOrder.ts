import type { Fields } from './Fields';
import type { OrderGroup } from './OrderGroup';
import { present } from './present';

/** `order` of a builder's spec or status; entries that name nothing are dropped. */
export function readOrder(from: Fields): readonly OrderGroup[] {
  return from.list('order').map(entry =>
    entry.list('group').flatMap(buildpack => {
      const id = buildpack.text('id');
      const kind = buildpack.text('kind');
      const name = buildpack.text('name');
      const object = kind && name ? `${kind}/${name}` : undefined;
      if (!id && !object) return [];
      return present({
        id,
        object,
        version: buildpack.text('version'),
        optional: buildpack.flag('optional'),
      });
    }),
  );
}
