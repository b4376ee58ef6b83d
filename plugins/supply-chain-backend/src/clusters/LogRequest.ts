/** One container's log. */
export interface LogRequest {
  readonly cluster: string;
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly follow?: boolean | undefined;
  readonly previous?: boolean | undefined;
  /** Each line after its RFC 3339 time. */
  readonly timestamps?: boolean | undefined;
  /** RFC 3339; the kubelet answers whole lines from this moment on. */
  readonly sinceTime?: string | undefined;
  readonly tailLines?: number | undefined;
  readonly limitBytes?: number | undefined;
}
