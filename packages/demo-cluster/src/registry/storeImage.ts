import type { RecordedImage } from './RecordedImage.ts';
import type { RegistryContent } from './RegistryContent.ts';

/** Puts an image with all that belongs to it into a registry. */
export function storeImage(
  content: RegistryContent,
  { repository, tags, blobs }: RecordedImage,
): void {
  const name = repositoryName(repository);
  for (const [tag, { mediaType, manifest }] of Object.entries(tags))
    content.putManifest(name, { mediaType, content: manifest }, tag);
  for (const [digest, blob] of Object.entries(blobs))
    content.putBlob(name, blob, digest);
}

/** Without its host. */
function repositoryName(repository: string): string {
  return repository.slice(repository.indexOf('/') + 1);
}
