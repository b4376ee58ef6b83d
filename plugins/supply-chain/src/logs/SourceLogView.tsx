import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useMemo } from 'react';
import type { LogSource } from '../api/LogSource';
import type { SearchChange } from '../panel/changeSearch';
import { usePanelUrl } from '../panel/usePanelUrl';
import { failureWords } from '../states/failureWords';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { ArchiveNotes } from './ArchiveNotes';
import { asFailure } from './asFailure';
import { chooseStep } from './chooseStep';
import { limitWords } from './limitWords';
import type { LogAction } from './LogAction';
import { logErrorWords } from './logErrorWords';
import { LogNote } from './LogNote';
import { LogState } from './LogState';
import { logStatus } from './logStatus';
import { logSummary } from './logSummary';
import { LogView } from './LogView';
import { pinnedPlace } from './pinnedPlace';
import { StepList } from './StepList';
import { useBuildLogs } from './useBuildLogs';
import { useFirstError } from './useFirstError';
import { useLogDownload } from './useLogDownload';

export type SourceLogProps = {
  source: LogSource;
  /** As far as they are known; the log brings them, too. */
  steps?: readonly StepView[];
  neverRan?: boolean;
  says?: string | undefined;
  /** What of the address means this log and no other, whatever is the newest when a link to it is opened. */
  pin?: SearchChange;
};

const NOTHING: SearchChange = {};

/** The log of whatever ran in steps: an image build, a test, a scan. Where the reader is stands in the address. */
export function SourceLogView({
  source,
  steps: known = [],
  neverRan = false,
  says,
  pin = NOTHING,
}: SourceLogProps) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const url = usePanelUrl();
  const place = useMemo(() => pinnedPlace(url, pin), [url, pin]);
  const { logs, version } = useBuildLogs(source);
  const steps = known.length > 0 ? known : logs.steps ?? [];
  const step = chooseStep(steps, place.step);
  const name = step?.name;
  const log = name === undefined ? undefined : logs.of(name);
  const { connection } = logs;
  const isEnded = log?.ended === true || connection.state === 'done';

  const hasFailed = step?.state === 'failed' && log?.ended === true;
  const error = useFirstError(log, name, hasFailed);
  const failure =
    (log?.error && asFailure(log.error)) ??
    (connection.state === 'failed' ? connection.error : undefined);

  const download = useLogDownload(source);
  const downloads: LogAction[] = [
    {
      name: 'download',
      key: 'd',
      label: t('log.download'),
      does: t('log.keyDownload'),
      run: () => download.start(name),
    },
  ];
  if (steps.length > 1)
    downloads.push({
      name: 'download-all',
      key: 'D',
      label: t('log.downloadAll'),
      does: t('log.keyDownloadAll'),
      run: () => download.start(undefined),
    });

  return (
    <LogView
      log={log}
      version={version}
      label={
        name === undefined
          ? t('log.titleNoStep')
          : t('log.title', { step: name })
      }
      place={place}
      steps={steps.map(each => each.name)}
      chosen={name}
      stepList={isNarrow => (
        <StepList
          steps={steps}
          chosen={name}
          onChoose={next => place.go({ step: next, line: undefined })}
          isNarrow={isNarrow}
        />
      )}
      status={download.says ?? logStatus(t, log, connection)}
      summary={logSummary(t, step, log, error)}
      isRunning={step?.state === 'running' || step?.state === 'waiting'}
      isEnded={isEnded}
      startedAt={milliseconds(step?.startedAt)}
      error={error}
      downloads={downloads}
      nothing={
        <LogState
          step={step}
          neverRan={neverRan}
          says={says}
          isEnded={isEnded}
          isConnecting={
            connection.state === 'connecting' || connection.state === 'busy'
          }
          error={failure}
        />
      }
      failure={failure && logErrorWords(t, failure, name ?? '')}
      notes={
        <>
          {log?.limit && <LogNote>{limitWords(t, log.limit)}</LogNote>}
          {connection.state === 'busy' && (
            <LogNote>{failureWords(t, connection.error).says}</LogNote>
          )}
          <ArchiveNotes logs={logs} step={name} />
        </>
      }
    />
  );
}

function milliseconds(instant: string | undefined): number | undefined {
  const time = instant === undefined ? NaN : Date.parse(instant);
  return Number.isNaN(time) ? undefined : time;
}
