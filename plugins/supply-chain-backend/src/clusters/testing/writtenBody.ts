import type { Sent } from './ScriptedPlugin';

export interface WrittenBody {
  readonly response: Response;
  readonly closed: jest.Mock;
  write(text: string): void;
  end(): void;
  reset(): void;
}

/** A body that a test writes, which breaks with the request's signal as fetch's does. */
export function writtenBody({ init }: Sent): WrittenBody {
  let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  const closed = jest.fn();
  const body = new ReadableStream<Uint8Array>({
    start: controller => {
      writer = controller;
      init.signal?.addEventListener('abort', () =>
        controller.error(init.signal?.reason),
      );
    },
    cancel: closed,
  });
  return {
    response: new Response(body),
    write: (text: string) => writer?.enqueue(Buffer.from(text)),
    end: () => writer?.close(),
    reset: () => writer?.error(new TypeError('terminated')),
    closed,
  };
}
