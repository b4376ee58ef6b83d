import {
  stageFactsSchema,
  type StageFacts,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { StageInspector as GivenInspector } from '@supply-chain-view/backstage-plugin-supply-chain-node';
import type {
  InspectedStage,
  StageFindings,
  StageInspector,
} from './StageInspector';
import { stageInspectors } from './stageInspectors';

/** Inspectors that integrators gave, before our own of the same kind. */
export class GivenInspectors {
  readonly #given = new Map<string, GivenInspector>();

  /** Throws when there is one for this kind already. */
  add(inspector: GivenInspector): void {
    const key = keyOf(inspector);
    if (this.#given.has(key)) {
      throw new Error(
        `The stage inspector for ${inspector.kind} of ${
          inspector.group || 'the core group'
        } can be given by one module only`,
      );
    }
    this.#given.set(key, inspector);
  }

  /** All of them. What one of the given throws is reported, and costs nothing but what it had to tell. */
  all(report: (error: unknown) => void): readonly StageInspector[] {
    const given = [...this.#given.values()].map(inspector => {
      const own = stageInspectors.find(
        each => keyOf(each) === keyOf(inspector),
      );
      const { group, kind } = inspector;
      return {
        ...{ group, kind },
        inspect: (it: InspectedStage): StageFindings => {
          const facts = factsOf(inspector, it, report);
          return facts ? { facts } : own?.inspect(it) ?? {};
        },
      };
    });
    return [...given, ...stageInspectors];
  }
}

function factsOf(
  inspector: GivenInspector,
  { cluster, namespace, workload, stage, raw }: InspectedStage,
  report: (error: unknown) => void,
): StageFacts | undefined {
  try {
    const facts = inspector.inspect({
      ...{ cluster, namespace, object: raw },
      workload: workload.meta.name,
      name: stage.name,
    });
    return facts && stageFactsSchema.parse(facts);
  } catch (error) {
    report(error);
    return undefined;
  }
}

function keyOf({ group, kind }: { group: string; kind: string }): string {
  return `${group}/${kind}`;
}
