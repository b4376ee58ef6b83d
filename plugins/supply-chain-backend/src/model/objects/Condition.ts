/** A condition; `status` is what Kubernetes wrote, usually True, False or Unknown. */
export type Condition = {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  readonly at?: string;
};
