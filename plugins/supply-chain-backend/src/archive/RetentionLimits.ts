/** How much the archive keeps. What goes beyond any of these is forgotten, the oldest first. */
export interface RetentionLimits {
  /** Milliseconds since a build ended. */
  readonly maxAgeMs: number;
  /** Of one kpack Image. */
  readonly buildsPerImage: number;
  /** Of all logs together, as they are stored. */
  readonly totalBytes: number;
}
