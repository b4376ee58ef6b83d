/** What a log is read from. Text or bytes as they come: UTF-8, with colours, cut anywhere. */
export type LogContent =
  | { readonly text: string }
  /** Fetched as the person who is signed in, when it is an address of Backstage's backend. */
  | { readonly url: string }
  /**
   * Opened when the log is shown, and ended by the signal when it is not any more; may be opened again. Another function
   * is another log: keep it (`useCallback`).
   */
  | {
      readonly stream: (signal: AbortSignal) => LogStream | Promise<LogStream>;
    };

export type LogStream =
  | AsyncIterable<string | Uint8Array>
  | ReadableStream<string | Uint8Array>;
