/** What kpack writes about a builder that it could not make, and what it means (kpack pkg/reconciler/clusterbuilder, pkg/cnb). */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [
    /could not find buildpack with id/i,
    'The order asks for a buildpack that neither the store nor a Buildpack object brings: put it into the store, or correct the order.',
  ],
  [
    /\bcluster ?lifecycle\b.*\bnot ready\b/i,
    'The lifecycle that it names cannot be used: look at that ClusterLifecycle first.',
  ],
  [
    /\bstore\b.*\bnot ready\b/i,
    'The store that it names cannot be used: look at that ClusterStore first.',
  ],
  [
    /\bstack\b.*\bnot ready\b/i,
    'The stack that it names cannot be used: look at that ClusterStack first.',
  ],
  [
    /(cluster)?(stack|store|lifecycle|buildpack|builder)s?(\.kpack\.io)? ["'][^"']*["'] not found/i,
    'It names something that is not there: correct the name, or create it.',
  ],
  [
    /unsupported (buildpack|platform) api/i,
    'A buildpack and the lifecycle speak different versions of the buildpack API: take a newer lifecycle, or an older buildpack.',
  ],
  [
    /stack \S+ is not supported|does not support stack|validating buildpack/i,
    'A buildpack does not run on this stack: take another version of it, or another stack.',
  ],
  [
    /unauthorized|forbidden|denied|\b40[13]\b/i,
    'The registry refused the credentials of the service account that it uses.',
  ],
  [
    /manifest[ _]unknown|name[ _]unknown|not found|\b404\b/i,
    'An image that it needs is not in the registry.',
  ],
  [
    /no such host|timeout|connection refused|x509|\btls\b|deadline exceeded|\beof\b/i,
    'The registry could not be reached.',
  ],
  [
    /has no latestimage/i,
    'It has never been built, so that no image can be built with it.',
  ],
];

/** What a message about a builder, stack, store or lifecycle means and what to do; undefined for words that nobody knows yet. */
export function builderMeaning(message: string): string | undefined {
  return MEANINGS.find(([words]) => words.test(message))?.[1];
}
