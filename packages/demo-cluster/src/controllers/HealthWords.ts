import { listAt } from '../json/listAt.ts';
import { textAt } from '../json/textAt.ts';
import type { RecordedChange } from '../recording/Recording.ts';
import { condition } from '../play/condition.ts';
import type { Condition } from '../play/condition.ts';
import type { KubeObject } from '../state/KubeObject.ts';

/**
 * In which words Cartographer reports a stage's health: that depends on the template's health rule,
 * which is recorded only by what it led to. Learned from every state of every owner recorded.
 */
export class HealthWords {
  readonly #recorded: () => readonly RecordedChange[];
  #reasons: Map<string, string> | undefined;

  /** The recorded changes are read when the first stage changes. */
  constructor(recorded: () => readonly RecordedChange[]) {
    this.#recorded = recorded;
  }

  /** The Healthy condition of a stage whose stamped object is as given. */
  health(template: string | undefined, stamped: KubeObject): Condition {
    const own =
      condition(stamped, 'Ready') ??
      condition(stamped, 'Succeeded') ??
      condition(stamped, 'ReconcileSucceeded');
    const status = own?.status ?? 'True';
    const reason =
      this.#learned().get(`${template ?? ''} ${status}`) ??
      (own
        ? `${condition(stamped, 'Succeeded') ? 'Succeeded' : 'Ready'}Condition`
        : 'AlwaysHealthy');
    switch (reason) {
      case 'MatchedCondition':
        return {
          ...{ status, reason },
          message: `condition status: ${status}, message: ${
            own?.message ?? ''
          }`,
        };
      case 'NoMatchesFulfilled':
      case 'AlwaysHealthy':
      case 'OutputsAvailable':
        return { status, reason, message: '' };
      default:
        return { status, reason, message: own?.message ?? '' };
    }
  }

  #learned(): Map<string, string> {
    if (this.#reasons) return this.#reasons;
    const reasons = new Map<string, string>();
    for (const { resource, object } of this.#recorded())
      if (resource.group === 'carto.run') learn(reasons, object);
    return (this.#reasons = reasons);
  }
}

function learn(reasons: Map<string, string>, owner: KubeObject): void {
  for (const stage of listAt(owner, 'status', 'resources')) {
    const template = textAt(stage, 'templateRef', 'name');
    for (const found of listAt(stage, 'conditions')) {
      const status = textAt(found, 'status');
      const reason = textAt(found, 'reason');
      if (textAt(found, 'type') === 'Healthy' && template && status && reason)
        reasons.set(`${template} ${status}`, reason);
    }
  }
}
