import {
  fillTemplate,
  nextMessages,
  type NextBuild,
  type NextMessageKey,
  type NextReason,
  type ObjectRef,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { LogKeeping } from './LogKeeping';

/** Words for when the archive does not answer. */
const UNSURE: Partial<Record<NextMessageKey, NextMessageKey>> = {
  'history-succeeded': 'history-succeeded-unsure',
  'history-failed': 'history-failed-unsure',
};

type Kept = boolean | undefined;

/** What comes next for an image, by one who knows the archive: a build whose log stays costs nothing when kpack deletes it. */
export class NextBuilds {
  /** What was made of each view: the same object while nothing changes, as readers tell a changed one by that. */
  readonly #known = new WeakMap<object, { answers: string; view: object }>();

  constructor(private readonly keeping: LogKeeping) {}

  /** The view with its `next` put right; itself when nothing is to be. */
  async in<V extends object>(
    view: V,
    about: {
      readonly image?: ObjectRef | undefined;
      readonly next?: NextBuild | undefined;
    },
    put: (next: NextBuild) => V,
    signal: AbortSignal,
  ): Promise<V> {
    const { image, next } = about;
    if (!image || !next) return view;
    const kept = await Promise.all(
      next.reasons.map(reason => this.#keeps(reason, image, signal)),
    );
    const answers = kept.map(String).join();
    const before = this.#known.get(view);
    if (before?.answers === answers) return before.view as V;
    const reasons = next.reasons.flatMap((each, index) =>
      told(each, kept[index]),
    );
    const isSame = reasons.every((each, index) => each === next.reasons[index]);
    const result =
      isSame && reasons.length === next.reasons.length
        ? view
        : put({ ...next, reasons });
    this.#known.set(view, { answers, view: result });
    return result;
  }

  async #keeps(
    { message, params }: NextReason,
    { cluster, namespace }: ObjectRef,
    signal: AbortSignal,
  ): Promise<Kept> {
    const { build } = params;
    if (!UNSURE[message] || build === undefined) return false;
    return this.keeping.keeps({ cluster, namespace, name: build }, signal);
  }
}

function told(reason: NextReason, kept: Kept): NextReason | readonly [] {
  if (kept === true) return [];
  const message = kept === undefined ? UNSURE[reason.message] : undefined;
  return message === undefined
    ? reason
    : {
        ...{ ...reason, message },
        says: fillTemplate(nextMessages[message], reason.params),
      };
}
