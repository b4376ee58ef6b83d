import type { StageView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { edgePath, type StripScale } from './edgePath';
import type { GraphLayout } from './layoutGraph';
import { useGraphStyles } from './useGraphStyles';

/** All arrows in one drawing behind the cards. Screen readers hear of them at the cards. */
export function GraphEdges({
  layout,
  scale,
  stages,
  marker,
}: {
  layout: GraphLayout;
  scale: StripScale;
  stages: readonly StageView[];
  /** Id of the arrow head, unique on the page. */
  marker: string;
}) {
  const classes = useGraphStyles();
  const planned = new Set(
    stages
      .filter(({ phase }) => phase.kind === 'planned')
      .map(({ name }) => name),
  );
  return (
    <svg className={classes.edges} width="100%" height="100%" aria-hidden>
      <defs>
        <marker
          id={marker}
          viewBox="0 0 8 8"
          refX="2"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path d="M1 .5 7.5 4 1 7.5Z" className={classes.arrow} />
        </marker>
      </defs>
      {layout.edges.map(edge => (
        <path
          key={`${edge.from} ${edge.to}`}
          d={edgePath(edge, layout, scale)}
          markerEnd={`url(#${marker})`}
          className={planned.has(edge.to) ? classes.ghostEdge : undefined}
        />
      ))}
    </svg>
  );
}
