/** A Kubernetes cluster on which a test runs pods: the demo cluster's API server with a node in it, or any real one. */
export interface PodsUnderTest {
  /** For the plugin. */
  readonly url: string;
  /** With TLS: kubectl sends tokens over nothing else. */
  readonly secureUrl: string;
  /** Of an administrator. */
  readonly token: string;
  /** An image with `sh`, `printf` and `sleep` that its nodes can pull. */
  readonly image: string;
  close(): Promise<void>;
}
