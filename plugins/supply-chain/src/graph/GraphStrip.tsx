import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  stageTitle,
  type GraphView,
  type StageView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useWidth } from '../frame/useWidth';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { GraphEdges } from './GraphEdges';
import { layoutGraph } from './layoutGraph';
import { moveAlong } from './moveAlong';
import { StageCard } from './StageCard';
import { stripScale } from './stripScale';
import { useGraphStyles } from './useGraphStyles';

/** Pixels of the place for the strip below which it becomes a list. */
const LIST_BELOW = 600;

/**
 * The stages of a supply chain: cards from left to right with arrows along what they take from each other. It fits
 * the width where it can and scrolls sideways where it cannot. In a narrow place the same list without arrows.
 */
export function GraphStrip({
  graph,
  current,
  onChoose,
}: {
  graph: GraphView;
  /** Name of the stage that is shown below. */
  current: string | undefined;
  onChoose: (stage: string) => void;
}) {
  const classes = useGraphStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [width, measure] = useWidth();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const markers = useId();

  const layout = useMemo(() => layoutGraph(graph), [graph]);
  const stages = useMemo(() => inReadingOrder(graph, layout), [graph, layout]);
  const titles = new Map(stages.map(({ name, title }) => [name, title]));
  const asList = width !== undefined && width < LIST_BELOW;
  const scale = stripScale(layout.columns, width);

  // A link may lead to a stage that is out of sight at the right. Sideways only: the page keeps its place.
  useEffect(() => {
    const button =
      current === undefined ? undefined : buttons.current.get(current);
    const strip = button?.closest<HTMLElement>('[data-strip]');
    if (!button || !strip) return;
    const seen = strip.getBoundingClientRect();
    const card = button.getBoundingClientRect();
    if (card.right > seen.right)
      strip.scrollLeft += card.right - seen.right + 8;
    if (card.left < seen.left) strip.scrollLeft -= seen.left - card.left + 8;
  }, [current, width]);

  const onKey = (index: number) => (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = moveAlong(event.key, index, stages.length);
    const name = next === undefined ? undefined : stages[next]?.name;
    if (name === undefined) return;
    event.preventDefault();
    buttons.current.get(name)?.focus();
  };

  const tabStop = titles.has(current ?? '') ? current : stages[0]?.name;
  return (
    <div ref={measure}>
      <div className={classes.strip} data-strip>
        <div
          className={classes.plane}
          style={
            asList
              ? undefined
              : {
                  height: layout.height,
                  width: (layout.columns - 1) * scale.column + scale.card,
                }
          }
        >
          {!asList && (
            <GraphEdges
              layout={layout}
              scale={scale}
              stages={stages}
              marker={`${markers}arrow`}
            />
          )}
          <ol
            className={`${classes.list} ${asList ? classes.stacked : ''}`}
            aria-label={t('graph.label')}
          >
            {stages.map((stage, index) => {
              const place = layout.places.get(stage.name);
              return (
                <li
                  key={stage.name}
                  className={asList ? undefined : classes.place}
                  style={
                    asList || !place
                      ? undefined
                      : {
                          left: place.column * scale.column,
                          top: place.top,
                          width: scale.card,
                        }
                  }
                >
                  <StageCard
                    ref={button => {
                      if (button) buttons.current.set(stage.name, button);
                      else buttons.current.delete(stage.name);
                    }}
                    stage={stage}
                    inputs={graph.edges
                      .filter(({ to }) => to === stage.name)
                      .map(edge => ({
                        edge,
                        title: titles.get(edge.from) ?? stageTitle(edge.from),
                      }))}
                    current={stage.name === current}
                    tabbable={stage.name === tabStop}
                    listed={asList}
                    onChoose={() => onChoose(stage.name)}
                    onKey={onKey(index)}
                  />
                </li>
              );
            })}
          </ol>
        </div>
      </div>
    </div>
  );
}

/** Column by column, each from top to bottom: as one reads it, and as the arrow keys go. Twins of a name are left out. */
function inReadingOrder(
  { stages }: GraphView,
  { places }: ReturnType<typeof layoutGraph>,
): StageView[] {
  const at = (name: string) => places.get(name) ?? { column: 0, top: 0 };
  return [
    ...new Map(
      [...stages].reverse().map(stage => [stage.name, stage]),
    ).values(),
  ].sort((a, b) => {
    const left = at(a.name);
    const right = at(b.name);
    return left.column - right.column || left.top - right.top;
  });
}
