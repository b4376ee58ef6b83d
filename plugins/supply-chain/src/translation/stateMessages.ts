/** What is missing, where, and what to do. */
export const stateMessages = {
  problems: 'What could not be read',
  deniedIn:
    'Cluster {{cluster}} does not let Backstage {{verb}} {{resource}} in namespace {{namespace}}.',
  deniedAll:
    'Cluster {{cluster}} does not let Backstage {{verb}} {{resource}} in all namespaces.',
  deniedYouIn:
    'Cluster {{cluster}} does not let you {{verb}} {{resource}} in namespace {{namespace}}.',
  deniedYouAll:
    'Cluster {{cluster}} does not let you {{verb}} {{resource}} in all namespaces.',
  deniedHint:
    'Its service account needs that right: the cluster role of this plugin grants it.',
  unreachable:
    'Cluster {{cluster}} has not answered since {{since}}. What is shown of it is that old.',
  absent:
    'Cluster {{cluster}} does not know {{resource}}: its CRD is not installed there.',
  unreadable:
    '{{resource}} {{name}} on cluster {{cluster}} cannot be read: {{says}}',
  signIn: {
    title: 'This cluster wants to know you',
    missing:
      'Cluster {{cluster}} is read with your own token of {{provider}}: sign in to see what it holds.',
    refused:
      'Cluster {{cluster}} does not accept your token of {{provider}}: sign in again, or ask for access to the cluster.',
    expired:
      'Your token of {{provider}} for cluster {{cluster}} has expired: sign in again.',
    button: 'Sign in to see this cluster',
    buttonOf: 'Sign in to see cluster {{cluster}}',
    failed: 'The sign-in did not work: {{says}}',
    unavailable:
      'This Backstage has no sign-in for {{provider}}: its administrator has to add the kubernetes plugin, with this provider, to the app.',
  },
  loading: 'Cluster {{cluster}} is being read for the first time.',
  stale:
    'No live connection to the Backstage backend. What is shown may be old; it is being tried again.',
  retrying: 'It is tried again by itself.',
  goneTitle: '{{name}} is not there any more',
  gone: 'It was deleted from the cluster while this page was open. What is shown is its last known state.',
  notFoundTitle: 'Nothing here',
  notFound:
    'It does not exist, or you may not see it. Ask its owner, or check cluster, namespace and name.',
  networkTitle: 'The Backstage backend does not answer',
  network: 'Check your connection; the backend may be restarting.',
  unauthenticatedTitle: 'You are signed out',
  unauthenticated: 'Sign in again to see this page.',
  forbiddenTitle: 'You may not see this',
  forbidden:
    'Backstage permissions do not grant you supply-chain.read here. Ask the platform team.',
  clusterDeniedTitle: 'The cluster refuses',
  clusterUnreachableTitle: 'The cluster does not answer',
  clusterLoadingTitle: 'The cluster is being read for the first time',
  kindAbsentTitle: 'The cluster does not know this kind',
  busyTitle: 'Too many requests',
  invalidTitle: 'This address is not one of ours',
  failedTitle: 'This cannot be shown',
} as const;
