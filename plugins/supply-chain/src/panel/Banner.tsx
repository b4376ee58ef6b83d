import { alpha, makeStyles, type Theme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { PhaseShape } from '../phase/PhaseShape';
import type { PhaseTone } from '../phase/PhaseTone';
import { toneColor } from '../phase/toneColor';
import { useToneStyles } from '../phase/useToneStyles';

const useStyles = makeStyles((theme: Theme) => {
  const box = (tone: PhaseTone) => ({
    background: alpha(toneColor(theme, tone), 0.07),
    borderColor: toneColor(theme, tone),
  });
  return {
    banner: {
      marginBottom: theme.spacing(2),
      padding: theme.spacing(1.75, 2.25),
      border: '1px solid',
      borderRadius: 8,
      fontSize: 13.5,
      '& p': { margin: theme.spacing(1, 0, 0), overflowWrap: 'anywhere' },
    },
    bad: box('bad'),
    warn: box('warn'),
    idle: { borderColor: theme.palette.divider },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    // The shape stays before its words however many lines they take.
    what: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      minWidth: 0,
    },
    title: {
      margin: 0,
      minWidth: 0,
      fontSize: 13.5,
      fontWeight: 600,
      overflowWrap: 'anywhere',
    },
    shape: { flex: 'none' },
    action: { marginLeft: 'auto', fontSize: 14 },
  };
});

/** What is wrong, or being waited for, over the facts of a build. */
export function Banner({
  tone,
  title,
  action,
  children,
}: {
  tone: 'bad' | 'warn' | 'idle' | 'busy' | 'unknown';
  title: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const classes = useStyles();
  const tones = useToneStyles();
  const box = tone === 'bad' || tone === 'warn' ? tone : 'idle';
  return (
    <section className={`${classes.banner} ${classes[box]}`}>
      <div className={classes.head}>
        <div className={classes.what}>
          <PhaseShape
            tone={tone}
            className={`${classes.shape} ${tones[tone]}`}
          />
          <h3 className={`${classes.title} ${tones[tone]}`}>{title}</h3>
        </div>
        {action && <span className={classes.action}>{action}</span>}
      </div>
      {children}
    </section>
  );
}
