import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { Ref } from 'react';
import { quietColor } from '../phase/quietColor';
import { useCopy } from '../builds/useCopy';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { LogButton } from './LogButton';
import { LogSearchBox } from './LogSearchBox';
import type { LogDownload } from './useLogDownload';
import type { LogMatches } from './useLogSearch';

const useStyles = makeStyles((theme: Theme) => ({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.75),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  status: {
    marginLeft: 'auto',
    marginRight: theme.spacing(0.5),
    color: quietColor(theme),
    fontSize: 12.5,
    fontVariantNumeric: 'tabular-nums',
  },
}));

export type LogToolbarProps = {
  query: string;
  onQuery: (query: string) => void;
  matches: LogMatches;
  inputRef: Ref<HTMLInputElement>;
  /** How many lines, and whether more will come. */
  status: string;
  wrap: boolean;
  onWrap: () => void;
  showTimes: boolean;
  onTimes: () => void;
  /** The address of what is shown, to pass on. */
  link: () => string;
  /** The lines that were picked, as text; undefined while none are. */
  pickedText: (() => string) | undefined;
  download: LogDownload;
  isFull: boolean;
  onFull: () => void;
  showHelp: boolean;
  onHelp: () => void;
};

/** The tools of a log, in one row above it. */
export function LogToolbar(props: LogToolbarProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const link = useCopy();
  const lines = useCopy();
  const { download, pickedText } = props;
  const said = (result: 'copied' | 'failed' | undefined, otherwise: string) => {
    if (result === undefined) return otherwise;
    return t(result === 'copied' ? 'log.copied' : 'log.copyFailed');
  };
  return (
    <div className={classes.tools}>
      <LogSearchBox
        value={props.query}
        onChange={props.onQuery}
        matches={props.matches}
        inputRef={props.inputRef}
      />
      <span className={classes.status} role="status">
        {download.state === 'failed'
          ? t('log.downloadFailed', { says: download.says ?? '' })
          : props.status}
      </span>
      <LogButton pressed={props.wrap} onClick={props.onWrap}>
        {t('log.wrap')}
      </LogButton>
      <LogButton pressed={props.showTimes} onClick={props.onTimes}>
        {t('log.times')}
      </LogButton>
      <LogButton onClick={() => link.copy(props.link())}>
        <span aria-live="polite">{said(link.result, t('log.copyLink'))}</span>
      </LogButton>
      <LogButton
        disabled={!pickedText}
        onClick={() => pickedText && lines.copy(pickedText())}
      >
        <span
          aria-live="polite"
          title={pickedText ? undefined : t('log.copyLinesHint')}
        >
          {said(lines.result, t('log.copyLines'))}
        </span>
      </LogButton>
      <LogButton
        onClick={download.start}
        disabled={download.state === 'running'}
      >
        {t(download.state === 'running' ? 'log.downloading' : 'log.download')}
      </LogButton>
      <LogButton pressed={props.isFull} onClick={props.onFull}>
        {t(props.isFull ? 'log.leaveFullScreen' : 'log.fullScreen')}
      </LogButton>
      <LogButton
        pressed={props.showHelp}
        onClick={props.onHelp}
        label={t('log.help')}
      >
        ?
      </LogButton>
    </div>
  );
}
