/** What a test's backend is like; plain JSON, because it goes to another process. */
export interface KubernetesBackendOptions {
  readonly clusters: readonly ConfiguredCluster[];
  /** Absolute paths of modules whose default export is a backend feature. */
  readonly features?: readonly string[];
  /** `backend.database` of the app-config; SQLite in memory without it. */
  readonly database?: {
    readonly client: string;
    readonly pluginDivisionMode?: string;
    readonly connection: { readonly [key: string]: string | number };
  };
  /** Put into the app-config at the top. */
  readonly config?: { readonly [key: string]: JsonValue };
}

/** One entry of `kubernetes.clusterLocatorMethods[].clusters` of an app-config. */
export interface ConfiguredCluster {
  readonly name: string;
  readonly url: string;
  readonly authProvider: string;
  readonly title?: string;
  readonly serviceAccountToken?: string;
  readonly oidcTokenProvider?: string;
}

type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
