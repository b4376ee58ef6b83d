/** What stands after a repository's own address when it leads to a folder or branch of it, by the type of its SCM integration. */
const REPOSITORY: ReadonlyMap<string, RegExp> = new Map([
  // Owner and name, and nothing of them below.
  ['github', /^\/[^/]+\/[^/]+/],
  ['gitea', /^\/[^/]+\/[^/]+/],
  ['bitbucketCloud', /^\/[^/]+\/[^/]+/],
  // Groups in groups: what is no repository begins with a dash.
  ['gitlab', /^\/(?:(?!-\/)[^/]+\/)*?(?!-\/)[^/]+(?=\/-\/|\/?$)/],
  [
    'bitbucketServer',
    /^(?:\/[^/]+)*?\/(?:projects|users)\/[^/]+\/repos\/[^/]+/,
  ],
  ['azure', /^(?:\/[^/]+)*?\/_git\/[^/]+/],
]);

/** The repository that a location of the catalog lies in (`url:https://…/tree/main/app/`); undefined where that cannot be told. */
export function repositoryOf(
  location: string | undefined,
  forgeOf: (url: string) => string | undefined,
): string | undefined {
  const target = /^url:(.+)$/.exec(location ?? '')?.[1];
  if (target === undefined || !URL.canParse(target)) return undefined;
  const { protocol, origin, pathname } = new URL(target);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const path = REPOSITORY.get(forgeOf(`${origin}${pathname}`) ?? '')?.exec(
    pathname,
  )?.[0];
  return path && `${origin}${path}`;
}
