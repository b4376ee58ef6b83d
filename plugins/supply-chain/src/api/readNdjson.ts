/** Lines longer than this are not ours: the largest message is a list of 1,000 rows, about 1 MB. */
const MAX_LINE = 64 * 1024 * 1024;

/**
 * The JSON values of a body, one a line, as they come. A last line without its newline counts;
 * a line that is not JSON ends it with an error. Leaving the loop early cancels the body.
 */
export async function* readNdjson(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<unknown, void, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      let from = 0;
      for (
        let end = rest.indexOf('\n');
        end >= 0;
        end = rest.indexOf('\n', from)
      ) {
        const line = rest.slice(from, end).trim();
        from = end + 1;
        if (line) yield JSON.parse(line) as unknown;
      }
      rest = rest.slice(from);
      if (rest.length > MAX_LINE)
        throw new Error('A line of the stream is too long');
      if (done) {
        if (rest.trim()) yield JSON.parse(rest) as unknown;
        return;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
