/** An answer that is not what was asked for, whoever gave it; the words of it stay here. */
export interface Refusal {
  /** `cluster`: a Kubernetes Status; `backstage`: an error of the kubernetes plugin; `other`: neither, for example a load balancer's page. */
  readonly from: 'cluster' | 'backstage' | 'other';
  readonly status: number;
  readonly retryAfterMs?: number | undefined;
  /** Of a Status: whether it names an object, and so is not about the kind. */
  readonly namesObject?: boolean | undefined;
  /** Of a Status, to be searched for known words, never to be shown. */
  readonly message?: string | undefined;
}
