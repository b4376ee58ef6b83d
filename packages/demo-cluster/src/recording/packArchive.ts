/** Files one after the other, each behind a line `<bytes> <path>`. Any content, no escaping; the same input gives the same bytes. */
export function packArchive(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  for (const [path, content] of files) {
    parts.push(Buffer.from(`${content.length} ${path}\n`), content);
  }
  return Buffer.concat(parts);
}
