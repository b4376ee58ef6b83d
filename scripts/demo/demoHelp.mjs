/** What `npm run demo -- --help` says. */
export const demoHelp = `Supply Chain View on two clusters that live in this process: no Kubernetes needed.

  npm run demo                                start it; Ctrl-C ends it
  npm run demo -- --port 8007                 with another address

Options
  --port N             Backstage                            (7007)
  --port-build N       the cluster that builds              (7101)
  --port-run N         the cluster that runs                (7102)
  --port-control N     where the commands below are taken   (7100)
  --port-registry N    the registry with signed images      (control + 3)
  --recording DIR      another recording of real controllers
  --speed N            how fast recorded work is played; 1 is as recorded
  --no-autoplay        nothing happens unless asked for
  --verbose            show what the clusters and Backstage log
  --help

While it runs, in another terminal
  npm run demo -- push NAMESPACE/WORKLOAD     a new commit, built step by step
  npm run demo -- trigger NAMESPACE/WORKLOAD  build again without a change
  npm run demo -- stack                       a new base image for everything
  npm run demo -- scenario NAME               a prepared story; without a name: list them
  npm run demo -- break CLUSTER FAULT [VALUE] latency, 429s, a dead cluster, a forbidden kind, ...
  npm run demo -- mend CLUSTER                take the faults back
  npm run demo -- kubeconfig                  for kubectl: both clusters, all users
`;
