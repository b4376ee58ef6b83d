/** What `main.ts --help` says. */
export const help = `Two Kubernetes clusters with kpack and Cartographer at work, from recordings of the real controllers.

  node src/main.ts [serve]            start them; Ctrl-C ends them
    --recording NAME|DIR              packed with the demo, or a directory     (run1)
    --port-build N                    the cluster that builds                  (7101)
    --port-run N                      the cluster that runs                    (7102)
    --port-control N                  where the commands below are taken       (7100)
    --port-registry N                 the registry with signed images          (control + 3)
    --speed N                         how fast things go on; 1 is as recorded  (1)
    --no-autoplay                     nothing happens unless asked for

  node src/main.ts --generate N       clusters with N workloads each, made from the recorded ones; Ctrl-C ends them
    --clusters N                      cluster-1, cluster-2, …                  (1)
    --seed TEXT                       the same seed, the same workloads
    --port-build N                    of cluster-1; the others follow          (7101)
    --port-control N                  takes kubeconfig, break and mend; GET / lists the rest (change, churn)

While they run, with the same --port-control:
  push NAMESPACE/WORKLOAD [--failed]  a new commit, built step by step and delivered
  trigger NAMESPACE/WORKLOAD          build again without a change
  stack [NAME]                        new base images for a ClusterStack
  scenario [NAME [TARGET]]            a prepared story; without a name: list them
  break CLUSTER FAULT [VALUE]         build or run; a fault without a value is switched on
    latencyMs 2000 · tooManyRequests '{"retryAfterSeconds":2}' · serverError · resetConnections
    blackHole · dead · endWatchesAfterMs 5000 · end-watches · gone in-stream
    slowLogBytesPerSecond 100 · forbid builds.kpack.io · malformed '{"resource":"builds.kpack.io"}'
  mend CLUSTER                        take its faults back
  kubeconfig                          for kubectl: both clusters, all users
`;
