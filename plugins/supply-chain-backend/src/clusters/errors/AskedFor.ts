import type { Verb } from '../Verb';

/** What was asked of whom: every error says it. */
export interface AskedFor {
  readonly cluster: string;
  readonly verb: Verb;
  /** `plural.group`, with the subresource where one was asked: `pods/log`. */
  readonly resource: string;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
}
