import { Fields } from '../../model/objects/Fields';
import { namedValues } from '../runs/namedValues';
import type { RunInputs } from './RunInputs';

/** Parameters of a TaskRun, and the images that its steps really ran; before they ran, those that they were to run. */
export function readRunInputs(raw: unknown): RunInputs {
  const run = new Fields(raw);
  const status = run.object('status');
  const images = new Map<string, string>();
  for (const step of status.object('taskSpec').list('steps')) {
    const [name, image] = [step.text('name'), step.text('image')];
    if (name && image) images.set(name, image);
  }
  for (const step of status.list('steps')) {
    const [name, image] = [step.text('name'), step.text('imageID')];
    if (name && image) images.set(name, image);
  }
  return {
    params: new Map(
      namedValues(run.object('spec').list('params')).map(
        ({ name, value }) => [name, value] as const,
      ),
    ),
    stepImages: images,
  };
}
