import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  KEEPABLE,
  type Keepable,
  type StageDetailView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { useState } from 'react';
import { CopyButton } from '../../panel/CopyButton';
import { saveFile } from '../../logs/saveFile';
import { quietColor } from '../../phase/quietColor';
import { FailurePanel } from '../../states/FailurePanel';
import { supplyChainTranslationRef } from '../../translation/supplyChainTranslationRef';
import { useObjectYaml } from './useObjectYaml';
import { YamlText } from './YamlText';

const useStyles = makeStyles((theme: Theme) => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1.5),
    // Each button brings room before it; the first of a line needs none.
    '& > div': { marginLeft: theme.spacing(-1) },
  },
  keep: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.5),
    margin: 0,
    padding: 0,
    border: 0,
    fontSize: 13,
    '& legend': {
      float: 'left',
      padding: 0,
      marginRight: theme.spacing(1.5),
      lineHeight: '24px',
      color: quietColor(theme),
    },
    '& label': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      minHeight: 24,
    },
  },
  button: {
    minHeight: 24,
    marginLeft: theme.spacing(1),
    padding: theme.spacing(0, 0.75),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    background: 'none',
    color: quietColor(theme),
    font: 'inherit',
    fontSize: 11.5,
    cursor: 'pointer',
    '&:hover': { color: theme.palette.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  note: {
    margin: theme.spacing(0, 0, 1.5),
    fontSize: 12.5,
    color: quietColor(theme),
  },
  reading: { minHeight: 240, fontSize: 14, color: quietColor(theme) },
}));

/** The object as somebody would write it, ready to be applied elsewhere; parts of what was left out may be kept. */
export function ObjectYaml({
  object,
  workload,
}: {
  object: NonNullable<StageDetailView['object']>;
  /** Whose it is. */
  workload?: string;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const [keep, setKeep] = useState<readonly Keepable[]>([]);
  const { yaml, again } = useObjectYaml(object, workload, keep);
  const view = yaml.state === 'read' ? yaml.view : undefined;
  // What was there stays until what comes is there: nothing jumps.
  const shown = view ?? (yaml.state === 'reading' ? yaml.before : undefined);
  const { name } = object.ref;
  return (
    <>
      <div className={classes.bar}>
        <fieldset className={classes.keep}>
          <legend>{t('facts.keep')}</legend>
          {KEEPABLE.map(part => (
            <label key={part}>
              <input
                type="checkbox"
                checked={keep.includes(part)}
                onChange={({ target }) =>
                  setKeep(
                    KEEPABLE.filter(each =>
                      each === part ? target.checked : keep.includes(each),
                    ),
                  )
                }
              />
              {part}
            </label>
          ))}
        </fieldset>
        <div>
          {shown && (
            <>
              <CopyButton text={shown.yaml} what={t('facts.tab.yaml')} />
              <button
                type="button"
                className={classes.button}
                onClick={() =>
                  saveFile(
                    `${name}.yaml`,
                    new Blob([shown.yaml], { type: 'application/yaml' }),
                  )
                }
              >
                {t('facts.download')}
              </button>
            </>
          )}
          <button type="button" className={classes.button} onClick={again}>
            {t('facts.readAgain')}
          </button>
        </div>
      </div>
      <p className={classes.note}>
        {t('facts.cleaned')} {shown?.redacted && t('facts.valuesHidden')}
      </p>
      {yaml.state === 'failed' && <FailurePanel error={yaml.error} />}
      {shown && (
        <YamlText
          text={shown.yaml}
          label={`${shown.kind ?? ''} ${name}`.trim()}
        />
      )}
      {!shown && yaml.state === 'reading' && (
        <div className={classes.reading} role="status">
          {t('facts.reading')}
        </div>
      )}
    </>
  );
}
