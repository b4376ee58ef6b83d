/** What changes of where the reader is; `undefined` takes it out. */
export type LogPlaceChange = {
  step?: string | undefined;
  line?: string | undefined;
  q?: string | undefined;
  how?: string | undefined;
};

/** Where in a log the reader is: kept in the address, so that links can be shared, or only for as long as it is shown. */
export type LogPlace = {
  readonly step: string | undefined;
  /** `38` or `38-41`. */
  readonly line: string | undefined;
  /** What is searched, and how (searchHow.ts). */
  readonly q: string | undefined;
  readonly how: string | undefined;
  /** The address with some of it changed; undefined when no address keeps it. */
  readonly with: ((change: LogPlaceChange) => string) | undefined;
  readonly go: (change: LogPlaceChange) => void;
};
