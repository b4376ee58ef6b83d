import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import type { LogContent } from './LogContent';
import { logStatus } from './logStatus';
import { LogView } from './LogView';
import { saveFile } from './saveFile';
import { useFirstError } from './useFirstError';
import { useLogContent } from './useLogContent';
import { useLogPlace } from './useLogPlace';
import { useLogStyles } from './useLogStyles';

export type LogViewerProps = {
  log: LogContent;
  /** What it is the log of, for those who listen. */
  title: string;
  /**
   * A name of this log among those on the page. With it the lines one picks and the search stand in the address
   * (`?ID.line=38-41`), and links to them can be copied.
   */
  id?: string;
  /** What was logged went wrong: the log opens at the line that tells why. */
  hasFailed?: boolean;
  /** Name of the file for "download". */
  fileName?: string;
  /** Any CSS length; by default what suits a page. */
  height?: string;
};

/** A log on its own, from a text, an address or a stream: with colours, a million lines, search and links. */
export function LogViewer({
  log: content,
  title,
  id,
  hasFailed = false,
  fileName = 'log.txt',
  height,
}: LogViewerProps) {
  const classes = useLogStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { log, connection, version } = useLogContent(content);
  const place = useLogPlace(id);
  const isEnded = connection.state === 'done' || connection.state === 'failed';
  const error = useFirstError(log, undefined, hasFailed && isEnded);
  const failure =
    connection.state === 'failed'
      ? t('log.viewerFailed', { says: connection.error.message })
      : undefined;
  const status = logStatus(t, log, connection);
  return (
    <LogView
      log={log}
      version={version}
      label={title}
      place={place}
      status={status}
      summary={failure ?? status}
      isRunning={'stream' in content && !isEnded}
      isEnded={isEnded}
      startedAt={undefined}
      error={error}
      downloads={[
        {
          name: 'download',
          key: 'd',
          label: t('log.download'),
          does: t('log.keyDownload'),
          run: () => saveFile(fileName, new Blob(log.buffer.pieces())),
        },
      ]}
      nothing={
        <div className={classes.state} role="status">
          <p>
            {failure ?? t(isEnded ? 'log.viewerEmpty' : 'log.stateLoading')}
          </p>
        </div>
      }
      failure={failure}
      height={height}
    />
  );
}
