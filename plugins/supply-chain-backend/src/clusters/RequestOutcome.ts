import type { KubernetesError } from './errors/KubernetesError';

/** How a request to a cluster began: well, as one of the errors, or left by whoever asked. */
export type RequestOutcome = 'ok' | 'left' | KubernetesError['because'];
