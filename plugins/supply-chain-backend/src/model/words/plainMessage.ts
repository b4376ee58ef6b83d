import { stripAnsi } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { cutText } from '../objects/cutText';
import { withoutCredentials } from './withoutCredentials';

/** A sentence on a card or in a row; whole messages are among the conditions. */
const SENTENCE_MAX = 400;

/** What controllers wrap around the message that matters, outermost first. */
const WRAPPINGS: readonly (readonly [RegExp, string])[] = [
  // Cartographer health rules (pkg/realizer/healthcheck).
  [/^(?:condition status|field value): [^,]*, message: ?/, ''],
  [/^unknown, error retrieving message path \[.*\]$/, ''],
  // Cartographer stamping, reading and matching (pkg/errors, pkg/conditions).
  [/^unable to [^\n]*? in (?:supply chain|delivery) \[[^\]]*\]: ?/, ''],
  [/^resource \[[^\]]*\] (?:failed )?condition (?:not )?met: /, ''],
  [/^failed to get cluster template \[[^\n]*?\]\}\]: /, ''],
  [/^(?:create|patch|update|get): (?=\S+ )/, ''],
  [/^unable to apply ytt template: ytt: Error: *\n- /, ''],
  [/^failed to recursively evaluate template: .*: (?=evaluate tag )/s, ''],
  // kpack Image, then Build (pkg/reconciler/image, pkg/buildchange).
  [/^Error: Build '[^']*' in namespace '[^']*' failed: ?/, ''],
  [/: For more info use `kubectl logs [^`]*`?\s*$/, ''],
  [/^Error: +/, ''],
  [/ in namespace ''/, ''],
  [/; Message: /, ': '],
  [/\bContainer (\S+) terminated with error /, 'step $1: '],
  // kapp: what it did, object by object, in indented lines; of one that it waited for, why that is not ready.
  [/^((?:kapp: Error: )+[^\n]*:) *\n\s*/, '$1 '],
  [/^((?:kapp: Error: )+[^\n]*:) *\n\s*/, '$1 '],
  [/^(?:kapp: Error: )+/, ''],
  [
    /^waiting on reconcile (\S+) [^\n]*?: Finished unsuccessfully \((?:Ready condition is False: )?([^\n]*?)\.?\)(?:\n.*)?$/s,
    '$1: $2',
  ],
  // Flux source-controller: what it was about to do, and the URL a second time.
  [/^failed to checkout and determine revision: /, ''],
  [/: git repository: '[^']*'$/, ''],
  // Tekton, played or real: `"step-x" exited with code 1`.
  [/^"step-([^"]+)" exited with code (\d+).*$/s, 'step $1 failed, exit $2'],
  [
    /^Tasks Completed: (\d+) \(Failed: ([1-9]\d*), Cancelled:? \d+\).*$/s,
    '$2 of $1 tasks failed',
  ],
  [
    /^Tasks Completed: (\d+) \(Failed: 0, Cancelled:? \d+\), Incomplete: (\d+).*$/s,
    'tasks: $1 done, $2 to go',
  ],
];

/** The first line of a controller's message that says something, without what is wrapped around it. Empty when nothing is left. */
export function plainMessage(message: string | undefined): string {
  let text = stripAnsi(message ?? '').trim();
  for (const [wrapping, instead] of WRAPPINGS)
    text = text.replace(wrapping, instead).trim();
  const lines = text
    .split(/[\r\n]+/)
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => /[\p{L}\p{N}]/u.test(line));
  return cutText(withoutCredentials(lines[0] ?? ''), SENTENCE_MAX);
}
