/** An image with what was pushed beside it, as a recording of its registry has it. */
export interface RecordedImage {
  /** With its host. */
  readonly repository: string;
  readonly tags: Readonly<
    Record<
      string,
      {
        readonly digest: string;
        readonly mediaType: string;
        readonly manifest: string;
      }
    >
  >;
  /** Blobs that are texts; layers are not recorded. */
  readonly blobs: Readonly<Record<string, string>>;
}
