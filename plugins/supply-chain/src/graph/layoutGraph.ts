import { Graph, layout } from '@dagrejs/dagre';
import type { GraphView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { CARD_HEIGHT } from './CARD_HEIGHT';
import { impliedEdges } from './impliedEdges';

/** Between cards of one column; what an edge that passes a card needs. */
const ROW_GAP = 16;
/** Columns are one unit apart in the answer; the strip decides how wide a unit is. Large, so that rounding is nothing. */
const UNIT = 1000;
const UNIT_CARD = 600;

/** Below the cards, for edges that pass by a stage and would bend the chain. */
const LANE = 18;

export type GraphLayout = {
  columns: number;
  /** Pixels. */
  height: number;
  /** Upper left corner: whole columns from the left, pixels from the top. */
  places: ReadonlyMap<string, { column: number; top: number }>;
  edges: readonly {
    from: string;
    to: string;
    /** From right edge to left edge over these points: columns (parts of them too) and pixels. */
    through: readonly { column: number; y: number }[];
    /** Pixels from the top; for an edge that goes below the cards instead, from lower edge to lower edge. */
    lane?: number;
  }[];
};

/**
 * Places every stage: columns by what they depend on, rows where a chain branches. Total: cycles, inputs that name
 * nothing, twins and isolated stages all get a place. The same stages and edges in any order give the same layout.
 */
export function layoutGraph({
  stages,
  edges,
}: {
  stages: readonly { name: string }[];
  edges: GraphView['edges'];
}): GraphLayout {
  const graph = new Graph({ multigraph: false });
  graph.setGraph({
    rankdir: 'LR',
    ranksep: UNIT - UNIT_CARD,
    nodesep: ROW_GAP,
    edgesep: ROW_GAP,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const names = [...new Set(stages.map(({ name }) => name))];
  // dagre keeps nodes in plain objects: a stage may be called `__proto__`, `n7` is only n7.
  const ids = new Map([...names].sort().map((name, n) => [name, `n${n}`]));
  for (const id of ids.values()) {
    graph.setNode(id, { width: UNIT_CARD, height: CARD_HEIGHT });
  }
  const idOf = (name: string) => ids.get(name) ?? '';
  const drawn = edges
    .filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== to)
    .sort(byEnds);
  const implied = impliedEdges(drawn);
  for (const edge of drawn) {
    if (!implied.has(edge)) graph.setEdge(idOf(edge.from), idOf(edge.to), {});
  }
  if (names.length > 0) layout(graph);

  const centres = new Map(
    names.map(name => [name, centreOf(graph, idOf(name))]),
  );
  const lefts = [...centres.values()].map(({ x }) => x);
  const tops = [...centres.values()].map(({ y }) => y - CARD_HEIGHT / 2);
  const left = Math.min(...lefts);
  const top = Math.min(...tops);
  const column = (x: number) => (x - left) / UNIT;
  const bottom = Math.max(...tops) - top + CARD_HEIGHT;
  const lane = Math.round(bottom + LANE / 2);
  return {
    columns: names.length ? Math.round(column(Math.max(...lefts))) + 1 : 0,
    height: names.length ? bottom + (implied.size > 0 ? LANE : 0) : 0,
    places: new Map(
      [...centres].map(([name, { x, y }]) => [
        name,
        {
          column: Math.round(column(x)),
          top: Math.round(y - CARD_HEIGHT / 2 - top),
        },
      ]),
    ),
    edges: [
      ...new Map(drawn.map(edge => [`${edge.from} ${edge.to}`, edge])).values(),
    ].map(edge => ({
      from: edge.from,
      to: edge.to,
      // The first and the last point are on the cards: the strip knows better where those are.
      through: pointsOf(graph, idOf(edge.from), idOf(edge.to))
        .slice(1, -1)
        .map(({ x, y }) => ({ column: column(x), y: y - top })),
      ...(implied.has(edge) && { lane }),
    })),
  };
}

function byEnds(
  a: { from: string; to: string },
  b: { from: string; to: string },
): number {
  const left = `${a.from} ${a.to}`;
  const right = `${b.from} ${b.to}`;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function centreOf(graph: Graph, id: string): { x: number; y: number } {
  const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number };
  return { x, y };
}

function pointsOf(
  graph: Graph,
  from: string,
  to: string,
): readonly { x: number; y: number }[] {
  const { points = [] } = (graph.edge(from, to) ?? {}) as {
    points?: { x: number; y: number }[];
  };
  return points;
}
