import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  assertNever,
  type LogCompleteness,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { Words } from '../translation/Words';
import type { ArchivedNote, BuildLogs } from './BuildLogs';
import { LogNote } from './LogNote';

/** Whether a step's log comes from the archive, and how much of it is there; or that it cannot be kept now. */
export function ArchiveNotes({
  logs,
  step,
}: {
  logs: BuildLogs;
  step: string | undefined;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const archived = step === undefined ? undefined : logs.archived(step);
  if (archived) {
    return (
      <LogNote>
        {becauseWords(t, archived)}{' '}
        {completenessWords(t, archived.completeness)}
      </LogNote>
    );
  }
  const since = logs.notArchivedSince;
  if (since === undefined) return null;
  return (
    <LogNote>
      {since === true
        ? t('log.archiveFailing')
        : t('log.archiveFailingSince', { since: moment(since) })}
    </LogNote>
  );
}

function becauseWords(
  t: Words,
  { at: instant, because = 'pod-gone', cluster = '' }: ArchivedNote,
): string {
  const at = moment(instant);
  switch (because) {
    case 'pod-gone':
      return t('log.archivedAt', { at });
    case 'cluster-unreachable':
      return t('log.archivedUnreachable', { at, cluster });
    case 'cluster-loading':
      return t('log.archivedLoading', { at, cluster });
    case 'unreadable':
      return t('log.archivedNotOnNode', { at });
    default:
      return assertNever(because);
  }
}

function completenessWords(t: Words, completeness: LogCompleteness): string {
  if (completeness.kind === 'complete') return t('log.archivedComplete');
  switch (completeness.because) {
    case 'pod-gone':
      return t('log.archivedPodGone');
    case 'refused':
      return t('log.archivedRefused');
    case 'too-long':
      return t('log.archivedTooLong');
    case 'unreadable':
      return t('log.archivedUnreadable');
    default:
      return assertNever(completeness.because);
  }
}

const moment = (instant: string) => new Date(instant).toLocaleString();
