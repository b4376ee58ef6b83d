import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { CopyChange } from '../watch/CopyChange';
import type { Found } from './Found';

/** What is archived, and what tells of it: builds of kpack, or runs of Tekton. */
export interface ToArchive {
  /** `plural.group`. */
  readonly resource: string;
  /** Of their pods, and the index that finds these by what they are of. */
  readonly pods: { readonly resource: string; readonly index: string };
  clusters(): readonly string[];
  /** All that archiving depends on is known of this cluster now. */
  isKnown(cluster: string): boolean;
  uid(ref: ObjectRef): string | undefined;
  find(ref: ObjectRef): Found;
  onChange(listener: (change: CopyChange) => void): () => void;
  /** Keeps it awake. */
  touch(): void;
}
