import type { Particulars } from './Particulars.ts';

/** A place in a text that differs from workload to workload. `behind` counts builds back from the newest one. */
export type Slot =
  | { readonly kind: 'name' | 'namespace' | 'version' }
  | { readonly kind: 'buildNumber'; readonly behind: number }
  | { readonly kind: 'uuid' | 'sha1'; readonly of: string }
  /** The digest of the image that one build made. */
  | { readonly kind: 'imageDigest'; readonly behind: number }
  /** The digest of a text that is itself made from a pattern. */
  | {
      readonly kind: 'digestOf';
      readonly tellsOfBuilds: boolean;
      readonly text: (p: Particulars, version: string) => string;
    }
  | { readonly kind: 'instant'; readonly at: string; readonly born: boolean }
  /** `20261122.212832`, as kpack puts it into tags. */
  | { readonly kind: 'tagTime'; readonly at: string };
