/** Words that are written in capitals, not capitalised. */
const CAPITALS: ReadonlySet<string> = new Set([
  'api',
  'url',
  'sbom',
  'cve',
  'ci',
  'cd',
  'ui',
  'id',
  'oci',
  'yaml',
]);

/** `image-provider` is `Image Provider`, `api-descriptors` is `API Descriptors`. */
export function stageTitle(name: string): string {
  const words = name.split(/[-_.\s]+/).filter(Boolean);
  if (words.length === 0) return name;
  return words
    .map(word =>
      CAPITALS.has(word.toLowerCase())
        ? word.toUpperCase()
        : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
}
