/** One thing that somebody waited for. */
export interface PageSample {
  readonly what: string;
  readonly ms: number;
  /** Empty when it worked. */
  readonly failed?: string;
}

/** Where a viewer looks. */
export interface Place {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
}

/** Somebody with a tab open. */
export interface Viewer {
  /** Opens the tab; resolves when it shows something. */
  open(): Promise<void>;
  /** When a build's tag came here first, ms since the epoch. */
  sawTag(tag: string): number | undefined;
  /** Of bodies received so far. */
  readonly bytes: number;
  /** What it shows is what the server says now; else what is wrong. */
  verify(): Promise<string | undefined>;
  close(): void;
}

/** Tags as kpack makes them: number of the build and when it was made. */
const TAG = /\bb\d+\.\d{8}\.\d{6}\b/g;

/** Remembers when each tag in a text was seen first. */
export function noteTags(text: string, seen: Map<string, number>): void {
  const now = performance.timeOrigin + performance.now();
  for (const [tag] of text.matchAll(TAG))
    if (!seen.has(tag)) seen.set(tag, now);
}
