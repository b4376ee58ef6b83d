export interface Config {
  /** Supply Chain View. Clusters and credentials are those of the kubernetes plugin. */
  supplyChain?: {
    /**
     * Logs of builds. How the archive works, what it costs and how large it gets is in docs/operations.md.
     */
    logs?: {
      /** Keeps the logs of builds for when their pods are gone, in the plugin's database. */
      archive?: {
        /** True when left out. Without it logs live as long as the pods of builds. */
        enabled?: boolean;
        /** Days after the end of a build. 30 when left out. */
        keepDays?: number;
        /** The newest builds of each kpack Image. 50 when left out. */
        keepBuildsPerImage?: number;
        /** MiB of all builds and logs together, as they are stored (packed); the oldest go first. 2048 when left out. */
        maxTotalMiB?: number;
        /** MiB of the log of one step; of a longer one the beginning is kept. 64 when left out. */
        maxLogMiB?: number;
      };
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
  };
}
