import { Fields } from '../../model/objects/Fields';

/** The container of each step of a TaskRun's status, by the step's name. Tekton puts `step-` before it. */
export function stepContainers(raw: unknown): ReadonlyMap<string, string> {
  return new Map(
    new Fields(raw)
      .object('status')
      .list('steps')
      .flatMap(step => {
        const container = step.text('container');
        const name = step.text('name') ?? container?.replace(/^step-/, '');
        return name ? [[name, container ?? `step-${name}`] as const] : [];
      }),
  );
}
