import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { quietColor } from '../phase/quietColor';
import { Hidden } from '../frame/Hidden';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { useCopy } from './useCopy';

const useStyles = makeStyles((theme: Theme) => ({
  copy: {
    flex: 'none',
    marginLeft: theme.spacing(1),
    // Room for the longest of its words: nothing moves when it says "copied".
    minWidth: 52,
    minHeight: 24,
    padding: theme.spacing(0, 0.75),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    background: 'none',
    color: quietColor(theme),
    // Its own, beside a digest as beside a word.
    fontFamily: theme.typography.fontFamily ?? 'inherit',
    fontSize: 11.5,
    cursor: 'pointer',
    '&:hover': { color: theme.palette.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** Copies a text, and says so. `what` is its name, for those who hear several of these. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { result, copy } = useCopy();
  return (
    <>
      <button
        type="button"
        className={classes.copy}
        aria-label={t('build.copyWhat', { what })}
        onClick={() => copy(text)}
      >
        {saysOf(result)}
      </button>
      <Hidden announce>{result && saysOf(result)}</Hidden>
    </>
  );

  function saysOf(how: typeof result): string {
    if (how === undefined) return t('build.copy');
    return t(how === 'copied' ? 'build.copied' : 'build.copyFailed');
  }
}
