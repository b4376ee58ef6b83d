export interface Config {
  /** Supply Chain View. Clusters and credentials are those of the kubernetes plugin. */
  supplyChain?: {
    /**
     * Minutes without a reader after which the watches on the clusters end; the next reader starts them again.
     * 10 when left out, at least 1.
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
