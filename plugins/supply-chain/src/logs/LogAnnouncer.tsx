import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { browserEnvironment } from '../api/browserEnvironment';
import { Hidden } from '../frame/Hidden';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { StepLog } from './StepLog';
import { useNewLines } from './useNewLines';

const environment = browserEnvironment();

/** What those hear who do not see the log: how it stands, politely, and what is new in it every few seconds. */
export function LogAnnouncer({
  log,
  isLive,
  summary,
}: {
  log: StepLog | undefined;
  /** Lines are coming. */
  isLive: boolean;
  /** How it stands; read out whenever it changes. */
  summary: string;
}) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const news = useNewLines(log, isLive, environment);
  const all = news && news.texts.length === news.count;
  return (
    <>
      <Hidden announce>{summary}</Hidden>
      <Hidden announce>
        {news &&
          (all
            ? news.texts.join('\n')
            : t('log.announceLines', {
                count: news.count,
                n: news.count.toLocaleString(),
                last: news.texts.join(' '),
              }))}
      </Hidden>
    </>
  );
}
