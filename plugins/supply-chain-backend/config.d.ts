export interface Config {
  /** Supply Chain View. Clusters and credentials are those of the kubernetes plugin. */
  supplyChain?: {
    /**
     * Minutes without a reader after which the watches on the clusters end; the next reader starts them again.
     * 10 when left out, at least 1.
     */
    idleStopMinutes?: number;
  };
}
