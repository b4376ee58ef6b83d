import { appendInSlices, type SliceDeps } from './appendInSlices';
import type { LogBuffer } from './engine/LogBuffer';
import type { LogContent, LogStream } from './LogContent';

export type ReadContentDeps = SliceDeps & {
  fetch: (url: string, init: { signal: AbortSignal }) => Promise<Response>;
};

/**
 * Reads a log to its end into a buffer, without holding up the page. `onChange` whenever there is more. Throws what went
 * wrong; ends quietly when aborted.
 */
export async function readLogContent(
  content: LogContent,
  buffer: LogBuffer,
  deps: ReadContentDeps,
  signal: AbortSignal,
  onChange: () => void,
): Promise<void> {
  try {
    for await (const piece of piecesOf(content, deps, signal)) {
      if (signal.aborted) return;
      const bytes = typeof piece === 'string' ? ENCODER.encode(piece) : piece;
      await appendInSlices(buffer, bytes, deps, signal, onChange);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function* piecesOf(
  content: LogContent,
  deps: ReadContentDeps,
  signal: AbortSignal,
): AsyncGenerator<string | Uint8Array, void, void> {
  if ('text' in content) {
    yield content.text;
  } else if ('url' in content) {
    const answer = await deps.fetch(content.url, { signal });
    if (!answer.ok)
      throw new Error(`${answer.status} ${answer.statusText}`.trim());
    if (answer.body) yield* piecesOfStream(answer.body, signal);
  } else {
    yield* piecesOfStream(await content.stream(signal), signal);
  }
}

async function* piecesOfStream(
  stream: LogStream,
  signal: AbortSignal,
): AsyncGenerator<string | Uint8Array, void, void> {
  // Not every browser's streams can be iterated.
  if (!(stream instanceof ReadableStream)) {
    yield* stream;
    return;
  }
  const reader = stream.getReader();
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

const ENCODER = new TextEncoder();
