/**
 * The files of a recording by their path in the original layout, without `.gz`:
 * `timeline.ndjson`, `watch/<plural>[.<group>].ndjson`, `end/<plural>[.<group>].json`,
 * `logs/<namespace>/<pod>/<container>.log|.<status>.json`.
 */
export interface RecordingFiles {
  /** Every path there is, in order. */
  paths(): readonly string[];
  /** Uncompressed content. Throws when the path is not in `paths()` or the file cannot be read. */
  read(path: string): Buffer;
}
