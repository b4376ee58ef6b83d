import type { RunScript } from '../play/RunScript.ts';

/** How a commit is to turn out, and how long it takes. */
export interface PushOptions {
  readonly outcome?: RunScript['outcome'];
  /** The failing container's reason that is wanted, e.g. `OOMKilled`. */
  readonly failure?: string;
  /** What comes of it on the run cluster, where the chain has succeeded. */
  readonly delivery?: RunScript['outcome'];
  readonly message?: string;
  readonly stretch?: number;
}
