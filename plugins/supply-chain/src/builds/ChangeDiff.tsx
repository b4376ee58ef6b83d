import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles, type Theme } from '@material-ui/core/styles';
import type { ChangeView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { quietColor } from '../phase/quietColor';
import { ExternalLink } from '../frame/ExternalLink';
import { Hidden } from '../frame/Hidden';
import { MONOSPACE } from '../frame/MONOSPACE';
import { toneColor } from '../phase/toneColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { changedPart, type ChangedPart } from './changedPart';

/** How strongly a line, and the part of it that differs, is tinted. Text keeps its own colour. */
const TINT = { line: 0.08, part: 0.24 } as const;

const useStyles = makeStyles((theme: Theme) => {
  const tint = (tone: 'ok' | 'bad', share: number) =>
    alpha(toneColor(theme, tone), share);
  return {
    diff: {
      margin: theme.spacing(1, 0),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 6,
      overflow: 'hidden',
      fontFamily: MONOSPACE,
      fontSize: 12.5,
      lineHeight: 1.5,
    },
    path: {
      padding: theme.spacing(0.5, 1.5),
      background: theme.palette.action.hover,
      color: quietColor(theme),
      overflowWrap: 'anywhere',
    },
    line: {
      display: 'flex',
      gap: theme.spacing(1),
      // A whole configuration may be one value.
      maxHeight: 240,
      overflow: 'auto',
      padding: theme.spacing(0.5, 1.5),
    },
    sign: { flex: 'none', userSelect: 'none' },
    value: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minWidth: 0 },
    removed: {
      background: tint('bad', TINT.line),
      '& mark': { background: tint('bad', TINT.part), color: 'inherit' },
    },
    added: {
      background: tint('ok', TINT.line),
      '& mark': { background: tint('ok', TINT.part), color: 'inherit' },
    },
    aside: { fontStyle: 'italic', color: quietColor(theme) },
  };
});

/** One difference behind a build: where, the old value, the new one, and what of them differs. */
export function ChangeDiff({
  change,
  aside,
  hrefOf,
}: {
  change: ChangeView;
  /** A remark beside the path. */
  aside?: string | undefined;
  /** Where a value leads to, if it leads anywhere. */
  hrefOf?: (value: string) => string | undefined;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const parts =
    change.old !== undefined && change.new !== undefined
      ? changedPart(change.old, change.new)
      : undefined;
  const value = (
    text: string | undefined,
    part: ChangedPart | undefined,
  ): JSX.Element => {
    if (change.redacted)
      return <span className={classes.aside}>{t('build.redacted')}</span>;
    if (text === undefined)
      return <span className={classes.aside}>{t('build.notKnown')}</span>;
    const shown = part ? (
      <>
        {part.before}
        {part.changed && <mark>{part.changed}</mark>}
        {part.after}
      </>
    ) : (
      <>{text}</>
    );
    const href = hrefOf?.(text);
    return href ? <ExternalLink url={href}>{shown}</ExternalLink> : shown;
  };
  return (
    <div className={classes.diff}>
      <div className={classes.path}>
        {change.path} {aside && <span>({aside})</span>}
      </div>
      {change.kind !== 'added' && (
        <div className={`${classes.line} ${classes.removed}`}>
          <span className={classes.sign} aria-hidden>
            -
          </span>
          <Hidden>{t('build.removedValue')}: </Hidden>
          <span className={classes.value}>{value(change.old, parts?.old)}</span>
        </div>
      )}
      {change.kind !== 'removed' && (
        <div className={`${classes.line} ${classes.added}`}>
          <span className={classes.sign} aria-hidden>
            +
          </span>
          <Hidden>{t('build.addedValue')}: </Hidden>
          <span className={classes.value}>{value(change.new, parts?.new)}</span>
        </div>
      )}
    </div>
  );
}
