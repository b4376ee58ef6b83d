export interface Config {
  /** Supply Chain View. Clusters and credentials are those of the kubernetes plugin. */
  supplyChain?: {
    /**
     * Logs of builds. How the archive works, what it costs and how large it gets is in docs/operations.md.
     */
    logs?: {
      /** MiB of one step that are followed at most; pages say so when it is reached, the download has all. 256 when left out. */
      maxMiB?: number;
      /** Lines of one step that are followed at most. 2,000,000 when left out. */
      maxLines?: number;
      /** Hours that a step is followed without a page being loaded again. 24 when left out. */
      maxHours?: number;
      /** Containers that are read at once by this backend; each is a connection to a cluster. 500 when left out. */
      containers?: number;
      /** MiB of logs that this backend holds for those who read them. 256 when left out. */
      heldMiB?: number;
      /** Keeps the logs of builds and of Tekton's runs for when their pods are gone, in the plugin's database. */
      archive?: {
        /** True when left out. Without it logs live as long as the pods of builds. */
        enabled?: boolean;
        /** Days after the end of a build. 30 when left out. */
        keepDays?: number;
        /** The newest builds of each kpack Image, and the newest runs of each stage. 50 when left out. */
        keepBuildsPerImage?: number;
        /** MiB of all builds and logs together, as they are stored (packed); the oldest go first. 2048 when left out. */
        maxTotalMiB?: number;
        /** MiB of the log of one step; of a longer one the beginning is kept. 64 when left out. */
        maxLogMiB?: number;
      };
    };
    /** Streams, polls and logs that are open at a time: a page has one, and one more while it shows a log. */
    streams?: {
      /** Of one person. 32 when left out, at least 2; pages say so when it is reached. */
      perPerson?: number;
      /** Of everybody at this backend; each takes a socket and some 100 KB. 2,000 when left out, at least 2. */
      total?: number;
    };
    /**
     * Minutes without a reader after which the watches on the clusters end; the next reader starts them again.
     * 10 when left out, at least 1. While logs are archived the watches go on without readers.
     */
    idleStopMinutes?: number;
    /**
     * Where to look on clusters that do not allow the credentials of the kubernetes plugin to list a kind in all
     * namespaces; at most 50 are followed. When left out they are found: each namespace of the cluster (or, where these may
     * not be listed, that of the service account and those in which something else may be read) is asked for what is
     * allowed there. What is allowed in all namespaces is read in all of them, whatever stands here.
     */
    namespaces?: string[];
    /** The same for single clusters. */
    clusters?: {
      /** As the kubernetes plugin knows it. */
      name: string;
      namespaces?: string[];
    }[];
    /**
     * Image registries that may be read for signatures, sizes and SBOM layers. Others are never asked. Only manifests and
     * small blobs are read, by GET.
     */
    registries?: {
      /** As image references write it: `ghcr.io`, `registry.example.com:5000`. */
      host: string;
      /** Where it is read, when that is not `https://<host>`; with `http://` it is read without TLS. */
      url?: string;
      /** Other hosts that belong to it: its token service, its store of blobs. Nobody else is followed to. */
      alsoHosts?: string[];
      /** With `password`; anonymous when left out. A right to pull is enough. */
      username?: string;
      /** @visibility secret */
      password?: string;
    }[];
    /** Whose signatures count. Without any, signatures are found and not checked. */
    signatures?: {
      keys?: {
        /** How pages call it. */
        name: string;
        /** PEM of the public key; ECDSA or RSA, as `cosign generate-key-pair` makes them. */
        publicKey: string;
        /** Patterns of images, as in a ClusterImagePolicy; all when left out. */
        images?: string[];
      }[];
      /** Keyless signatures, by what Fulcio certifies. Needs `trustedRoot`. */
      identities?: {
        issuer: string;
        /** Exactly; or `subjectRegExp`, which has to match as a whole. */
        subject?: string;
        subjectRegExp?: string;
        images?: string[];
      }[];
      /** The text of a sigstore `trusted_root.json`. It is not fetched from anywhere. */
      trustedRoot?: string;
    };
  };
}
