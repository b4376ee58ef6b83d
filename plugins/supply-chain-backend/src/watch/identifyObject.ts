import { objectKey } from './objectKey';
import { readMetadata } from './readMetadata';

export interface ObjectIdentity {
  readonly key: string;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  /** Of this object in this version, and of no other; undefined when it does not say. */
  readonly versionName: string | undefined;
}

/** Which object a raw one is. Whatever is wrong with it, it has a key. */
export function identifyObject(raw: unknown): ObjectIdentity {
  const { namespace, name, uid, resourceVersion } = readMetadata(raw);
  return {
    key: objectKey(namespace, name ?? uid ?? '(no name)'),
    namespace,
    name,
    versionName:
      uid === undefined || resourceVersion === undefined
        ? undefined
        : `${uid}\n${resourceVersion}`,
  };
}
