import type { RegistryContent } from './RegistryContent.ts';

export interface RegistryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** `/v2/<name>/<what>/<reference>`; names have slashes. */
const PATH = /^\/v2\/(.+)\/(manifests|blobs|referrers|tags)\/([^/]+)$/;

/** Reading, as the OCI distribution specification has it. Nothing can be written. */
export function answerRegistry(
  content: RegistryContent,
  path: string,
): RegistryAnswer {
  if (path === '/v2/' || path === '/v2') return json(200, {});
  const [, name = '', what, reference = ''] = PATH.exec(path) ?? [];
  switch (what) {
    case 'manifests': {
      const found = content.manifest(name, reference);
      if (!found) return unknown('MANIFEST_UNKNOWN', 'manifest unknown');
      return {
        status: 200,
        headers: {
          'content-type': found.mediaType,
          'docker-content-digest': found.digest,
        },
        body: found.content,
      };
    }
    case 'blobs': {
      const body = content.blob(name, reference);
      if (!body) return unknown('BLOB_UNKNOWN', 'blob unknown to registry');
      const type = 'application/octet-stream';
      return { status: 200, headers: { 'content-type': type }, body };
    }
    case 'referrers': {
      const manifests = content.referrers(name, reference);
      // As the recorded registry, which keeps no such lists.
      if (!manifests) return unknown('NOT_FOUND', 'not found');
      const mediaType = 'application/vnd.oci.image.index.v1+json';
      return json(200, { schemaVersion: 2, mediaType, manifests }, mediaType);
    }
    case 'tags':
      return content.repositories.includes(name)
        ? json(200, { name, tags: content.tags(name) })
        : unknown('NAME_UNKNOWN', 'repository name not known to registry');
    default:
      return unknown('NOT_FOUND', 'not found');
  }
}

function unknown(code: string, message: string): RegistryAnswer {
  return json(404, { errors: [{ code, message }] });
}

function json(
  status: number,
  value: object,
  type = 'application/json',
): RegistryAnswer {
  return {
    status,
    headers: { 'content-type': type },
    body: Buffer.from(JSON.stringify(value)),
  };
}
