/** Where a forge shows a commit, below a repository's own page, by the type of its SCM integration. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ['github', '/commit/'],
  ['gitlab', '/-/commit/'],
  ['bitbucketCloud', '/commits/'],
  ['bitbucketServer', '/commits/'],
  ['azure', '/commit/'],
  ['gitea', '/commit/'],
]);

/** A whole commit, SHA-1 or SHA-256: of a part or a branch nobody can say which commit it is. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** `git@host:team/app.git`, as people write repositories for SSH. */
const SCP_LIKE = /^[\w.-]+@([\w.-]+):(?!\/)(.+)$/;

/** The page of a commit; undefined where the repository is on no forge that is known, or what is given is no commit. */
export function commitHref(
  repository: string | undefined,
  revision: string | undefined,
  /** Type of the integration that has this address, if one has. */
  forgeOf: (url: string) => string | undefined,
): string | undefined {
  const home = repository && webAddress(repository);
  if (!home || !revision || !COMMIT.test(revision)) return undefined;
  const page = PAGES.get(forgeOf(home) ?? '');
  return page && `${home}${page}${revision}`;
}

/** The page of a repository, without what belongs to git alone, and never with somebody's credentials. */
function webAddress(repository: string): string | undefined {
  const [, host, path] = SCP_LIKE.exec(repository) ?? [];
  let url: URL;
  try {
    url = new URL(host && path ? `https://${host}/${path}` : repository);
  } catch {
    return undefined;
  }
  if (url.protocol === 'ssh:') {
    url = new URL(`https://${url.hostname}${url.pathname}`);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return `${url.origin}${url.pathname
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')}`;
}
