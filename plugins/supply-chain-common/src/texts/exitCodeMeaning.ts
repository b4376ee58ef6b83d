/** What an exit code of a build step means, and what a person can do about it. */
export type ExitCodeMeaning = { meaning: string; hint?: string };

/**
 * Exit codes of the CNB lifecycle by phase, of kpack's own steps and of signals
 * (lifecycle: platform/exit.go, cmd/exit.go; kpack: cmd/build-init, cmd/completion, cmd/rebase).
 * Undefined for 0 and for codes nobody defined.
 */
export function exitCodeMeaning(
  code: number,
  step?: string,
  reason?: string,
): ExitCodeMeaning | undefined {
  if (reason === 'OOMKilled') {
    return {
      meaning: 'out of memory',
      hint: 'The step used more memory than its limit. Raise the memory limit of the build.',
    };
  }
  if (code === 1 && step === 'prepare') {
    return {
      meaning: 'kpack could not prepare the build',
      hint: 'Usually registry or source credentials: the last line tells.',
    };
  }
  if (code === 1 && step === 'completion') {
    return {
      meaning: 'kpack could not finish the build',
      hint: 'The image is pushed; signing or writing its metadata failed.',
    };
  }
  return (
    EXACT.get(code) ??
    RANGES.find(range => code >= range.from && code <= range.to)?.means
  );
}

const EXACT: ReadonlyMap<number, ExitCodeMeaning> = new Map([
  [1, { meaning: 'the step failed' }],
  [3, { meaning: 'invalid arguments' }],
  [
    11,
    {
      meaning: 'platform API not supported',
      hint: "The builder's lifecycle is too old or too new for kpack.",
    },
  ],
  [
    12,
    {
      meaning: 'buildpack API not supported',
      hint: "The builder's lifecycle does not support a buildpack's API.",
    },
  ],
  [
    20,
    {
      meaning: 'no buildpack takes this source',
      hint: 'Wrong builder, wrong subPath, or a build file is missing.',
    },
  ],
  [
    21,
    {
      meaning: 'no buildpack takes this source, and one failed',
      hint: 'Read the err: blocks in detect.',
    },
  ],
  [
    51,
    {
      meaning: 'a buildpack failed',
      hint: 'Compile, test or dependency error; "signal: killed" means out of memory.',
    },
  ],
  [
    137,
    {
      meaning: 'killed',
      hint: 'Killed from outside: memory, eviction or node shutdown.',
    },
  ],
  [
    143,
    {
      meaning: 'terminated',
      hint: 'Stopped from outside: deadline, eviction or deletion.',
    },
  ],
]);

const RANGES: readonly { from: number; to: number; means: ExitCodeMeaning }[] =
  [
    { from: 20, to: 29, means: { meaning: 'detecting buildpacks failed' } },
    {
      from: 30,
      to: 39,
      means: {
        meaning: 'analyzing failed',
        hint: 'Registry access, or the run image cannot be read.',
      },
    },
    {
      from: 40,
      to: 49,
      means: {
        meaning: 'restoring the cache failed',
        hint: 'Cache volume or registry.',
      },
    },
    { from: 50, to: 59, means: { meaning: 'building failed' } },
    {
      from: 60,
      to: 69,
      means: {
        meaning: 'exporting the image failed',
        hint: 'Push denied, quota, or the registry is not reachable.',
      },
    },
    { from: 70, to: 79, means: { meaning: 'rebasing failed' } },
    { from: 80, to: 89, means: { meaning: 'launching failed' } },
    {
      from: 91,
      to: 99,
      means: { meaning: 'generating image extensions failed' },
    },
    { from: 100, to: 109, means: { meaning: 'extending the image failed' } },
  ];
