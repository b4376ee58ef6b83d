/** One registry that may be read. */
export interface RegistrySettings {
  /** As image references write it, with its port. */
  readonly host: string;
  /** Where it is read: `https://<host>`, or what is configured. */
  readonly origin: URL;
  /** Other hosts that belong to it: its token service, its store of blobs. */
  readonly alsoHosts: ReadonlySet<string>;
  readonly credentials?: {
    readonly username: string;
    readonly password: string;
  };
}
