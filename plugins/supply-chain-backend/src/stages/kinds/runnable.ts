import { present } from '../../model/objects/present';
import { namedValuesOfMap } from '../runs/namedValuesOfMap';
import type { StageInspector } from '../StageInspector';
import { writerFacts } from './writerFacts';

/** Cartographer's Runnable: runs something again whenever what it is given changes. */
export const runnable: StageInspector = {
  group: 'carto.run',
  kind: 'Runnable',
  inspect: ({ object, runs }) => {
    const spec = object.object('spec');
    const given = namedValuesOfMap(spec.object('inputs'), spec.raw('inputs'));
    const gave = [
      ...namedValuesOfMap(
        object.object('status').object('outputs'),
        object.object('status').raw('outputs'),
      ),
      ...(runs[0]?.outputs ?? []),
    ];
    const writer = writerFacts(given, gave);
    if (writer) return { facts: writer };
    const template = spec.object('runTemplateRef').text('name');
    const selector = spec.object('selector');
    const chosen = Object.entries(selector.map('matchingLabels'))
      .map(([name, value]) => `${name}=${value}`)
      .join(', ');
    const job = gave.find(each => each.name === 'jenkins-job-url');
    const rows = [
      ...(template ? [{ name: 'Run template', value: template }] : []),
      ...(chosen
        ? [
            {
              name: selector.object('resource').text('kind') ?? 'Selects',
              value: chosen,
            },
          ]
        : []),
      ...(job ? [present({ ...job, name: 'Jenkins job' })] : []),
    ];
    return { facts: { kind: 'rows', rows } };
  },
};
