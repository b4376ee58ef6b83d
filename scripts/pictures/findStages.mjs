/**
 * One example of every stage in every phase that the demo has: the stages of its workloads, of image stages those of each
 * engine. `skip` are phases of which a picture says nothing.
 * @param {{ ref: { cluster: string, namespace: string, name: string }, engine?: string, pipeline: { stage: string, phase: string }[] }[]} rows
 * @param {ReadonlySet<string>} skip
 */
export function findStages(rows, skip = new Set(['planned'])) {
  const found = new Map();
  // In the order of the names, so that the same demo gives the same pictures.
  for (const row of [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    for (const { stage, phase } of row.pipeline) {
      if (skip.has(phase)) continue;
      const engine =
        /image-(provider|builder)|^image$/.test(stage) && row.engine !== 'kpack'
          ? row.engine
          : undefined;
      const name = ['stage', stage, engine, phase].filter(Boolean).join('-');
      if (found.has(name)) continue;
      const { cluster, namespace, name: workload } = row.ref;
      const path = [cluster, namespace, workload].map(encodeURIComponent);
      found.set(name, {
        name,
        title: `${words(stage)}${engine ? ` (${engine})` : ''}: ${phase}`,
        path: `/supply-chain/${path.join('/')}?stage=${encodeURIComponent(
          stage,
        )}`,
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function key({ ref }) {
  return `${ref.namespace}/${ref.name}/${ref.cluster}`;
}

/** `source-provider` is Source Provider. */
function words(stage) {
  return stage
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
