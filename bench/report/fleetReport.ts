import type { FleetQuestion } from '../parts/measureFleetAnswers.ts';
import type { FleetPageSample } from '../parts/measureFleetPages.ts';
import type { machine } from '../support/machine.ts';
import { percentile } from '../support/statistics.ts';

export interface FleetResult {
  readonly at: string;
  readonly machine: ReturnType<typeof machine>;
  readonly browser: string;
  readonly images: number;
  readonly clusters: number;
  readonly questions: readonly FleetQuestion[];
  readonly pages: readonly FleetPageSample[];
}

/** A run in words and two tables, Markdown. */
export function fleetReport(result: FleetResult, file: string): string {
  const { machine: on, questions, pages } = result;
  const names = [...new Set(pages.map(({ name }) => name))];
  return [
    `Run of ${result.at
      .slice(0, 16)
      .replace('T', ' ')} UTC, ${result.images.toLocaleString(
      'en',
    )} kpack Images on ${result.clusters} clusters; ${on.cpus} × ${
      on.model ?? 'CPU'
    }, Node ${on.node}, Chromium ${result.browser}, load before the start ${
      on.loadBefore?.toFixed(1) ?? '?'
    }. Raw data: \`results/${file}\`.`,
    table(
      [
        ...['question', 'answer', 'nothing changed: p50', 'p95'],
        ...['after a change: p50', 'p95'],
      ],
      questions.map(({ name, bytes, still, changed }) => [
        ...[name, `${Math.ceil(bytes / 1_024).toLocaleString('en')} KiB`],
        ...[ms(still, 50), ms(still, 95), ms(changed, 50), ms(changed, 95)],
      ]),
    ),
    table(
      [
        ...['page', 'drawn in', 'worst task', 'elements'],
        ...['all of it anew in', 'frame p50 scrolling', 'p95'],
      ],
      names.map(name => {
        const of = pages.filter(each => each.name === name);
        const frames = of.flatMap(each => each.frames);
        const median = (values: number[]) => ms(values, 50);
        return [
          ...[name, median(of.map(({ openMs }) => openMs))],
          median(of.map(({ worstTask }) => worstTask)),
          String(
            percentile(
              of.map(({ elements }) => elements),
              50,
            ),
          ),
          median(of.map(({ updateMs }) => updateMs)),
          ...[ms(frames, 50), ms(frames, 95)],
        ];
      }),
    ),
  ].join('\n\n');
}

function table(columns: readonly string[], rows: readonly string[][]): string {
  return [columns, columns.map(() => '---'), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function ms(values: readonly number[], of: number): string {
  const value = percentile(values, of);
  if (value === 0) return '< 50 ms';
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}
