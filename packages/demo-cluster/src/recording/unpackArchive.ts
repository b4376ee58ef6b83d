/** The reverse of `packArchive`. */
export function unpackArchive(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = 0;
  while (at < archive.length) {
    const newline = archive.indexOf(0x0a, at);
    const header = /^(\d+) (.+)$/.exec(
      archive.subarray(at, newline < 0 ? archive.length : newline).toString(),
    );
    if (!header?.[1] || !header[2] || newline < 0)
      throw new Error(`Not an archive of recorded files: bad header at ${at}`);
    const start = newline + 1;
    const end = start + Number(header[1]);
    if (end > archive.length)
      throw new Error(`Archive of recorded files is cut in ${header[2]}`);
    files.set(header[2], archive.subarray(start, end));
    at = end;
  }
  return files;
}
