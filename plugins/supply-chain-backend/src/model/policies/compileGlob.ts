/** What a pattern may be made of; policy-controller refuses others when the policy is written. */
const VALID = /^[a-zA-Z0-9\-_:/*.@]+$/;

/** Docker Hub as go-containerregistry calls it. */
const HUB = 'index.docker.io';

/** Patterns that mean the images of Docker Hub. */
const OF_HUB: ReadonlyMap<string, string> = new Map([
  ['*', `${HUB}/library/*`],
  ['*/*', `${HUB}/*/*`],
]);

/**
 * A pattern of policy-controller (pkg/apis/glob, v0.15.1) as a question to a whole image reference: `*` is anything but a
 * slash, `**` is anything. Undefined when it is no pattern. Not a RegExp: Go's are linear, ours would go back and forth
 * over a pattern with many stars for longer than anybody waits.
 */
export function compileGlob(
  glob: string,
): ((reference: string) => boolean) | undefined {
  const full = OF_HUB.get(glob) ?? glob;
  if (!VALID.test(full)) return undefined;
  const tokens = full.match(/\*\*|[^]/g) ?? [];
  return reference => matches(tokens, reference);
}

/** Walks over the text with all places of the pattern at which one can be. */
function matches(tokens: readonly string[], text: string): boolean {
  let places = reach(tokens, [0]);
  for (const character of text) {
    places = reach(
      tokens,
      places.flatMap(place => {
        const token = tokens[place];
        if (token === '**' || (token === '*' && character !== '/')) {
          return place;
        }
        return token === character ? place + 1 : [];
      }),
    );
  }
  return places.includes(tokens.length);
}

/** These places and those behind stars, which may stand for nothing. */
function reach(
  tokens: readonly string[],
  from: readonly number[],
): readonly number[] {
  const reached = new Set<number>();
  for (let place of from) {
    reached.add(place);
    while (tokens[place]?.startsWith('*')) reached.add((place += 1));
  }
  return [...reached];
}
