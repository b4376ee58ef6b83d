import { isRecord } from '../clusters/isRecord';

export interface ObjectMetadata {
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly uid: string | undefined;
  readonly resourceVersion: string | undefined;
}

/** What the store needs of any object, whatever else is wrong with it. */
export function readMetadata(raw: unknown): ObjectMetadata {
  const metadata = isRecord(raw) && isRecord(raw.metadata) ? raw.metadata : {};
  return {
    namespace: text(metadata.namespace),
    name: text(metadata.name),
    uid: text(metadata.uid),
    resourceVersion: text(metadata.resourceVersion),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
