import { Fields } from './Fields';
import { present } from './present';
import { readObjectMeta } from './readObjectMeta';
import { readOwnerStatus } from './readOwnerStatus';
import type { WorkloadObject, WorkloadSource } from './WorkloadObject';

/** `carto.run/v1alpha1` Workload. Throws `Unreadable`. */
export function readWorkload(raw: unknown): WorkloadObject {
  const workload = new Fields(raw);
  const spec = workload.object('spec');
  return present({
    meta: readObjectMeta(raw, 'namespaced'),
    source: readSource(spec.object('source')),
    image: spec.text('image'),
    params: spec.list('params').flatMap(param => {
      const name = param.text('name');
      return name ? present({ name, value: param.text('value', 256) }) : [];
    }),
    serviceAccountName: spec.text('serviceAccountName'),
    status: readOwnerStatus(workload.object('status')),
  });
}

function readSource(source: Fields): WorkloadSource {
  const git = source.object('git');
  const ref = git.object('ref');
  return present({
    git: source.has('git')
      ? present({
          url: git.text('url'),
          branch: ref.text('branch'),
          tag: ref.text('tag'),
          commit: ref.text('commit'),
        })
      : undefined,
    image: source.text('image'),
    subPath: source.text('subPath'),
  });
}
