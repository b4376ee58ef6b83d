/** What has changed in a live copy. */
export type CopyChange =
  | {
      readonly what: 'objects';
      readonly cluster: string;
      /** `plural.group`. */
      readonly resource: string;
      /** `namespace/name`, or `name` of cluster-wide objects; each once. */
      readonly keys: readonly string[];
    }
  | {
      readonly what: 'health';
      readonly cluster: string;
      readonly resource: string;
    }
  /** A cluster came or went. */
  | { readonly what: 'clusters' };
