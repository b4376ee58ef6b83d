import type { ObjectRef } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { Panel } from '../frame/Panel';
import { useLive } from '../hooks/useLive';
import { PhaseMark } from '../phase/PhaseMark';

/** What a stage is doing, in full. */
export function StagePanel({
  workload,
  stage,
}: {
  workload: ObjectRef;
  stage: string;
}) {
  const { view } = useLive({ type: 'stage', ref: workload, stage });
  return (
    <Panel label={view?.stage.title ?? stage}>
      <h2>{view?.stage.title ?? stage}</h2>
      {view && <PhaseMark phase={view.stage.phase.kind} />}
    </Panel>
  );
}
