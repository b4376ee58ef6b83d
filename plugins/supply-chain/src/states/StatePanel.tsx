import type { ReactNode } from 'react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { PhaseShape } from '../phase/PhaseShape';
import type { PhaseTone } from '../phase/PhaseTone';
import { useToneStyles } from '../phase/useToneStyles';

const useStyles = makeStyles((theme: Theme) => ({
  state: {
    display: 'flex',
    gap: theme.spacing(1.5),
    padding: theme.spacing(3, 2.25),
    color: theme.palette.text.primary,
  },
  shape: { flex: 'none', marginTop: 3 },
  title: { margin: 0, fontSize: 16, fontWeight: 600, lineHeight: 1.4 },
  body: {
    margin: theme.spacing(0.5, 0, 0),
    fontSize: 14,
    maxWidth: 720,
    overflowWrap: 'anywhere',
  },
}));

/** One state of a page or of a part of it: a shape, a title, a sentence, perhaps something to do. */
export function StatePanel({
  tone,
  title,
  children,
  urgent = false,
}: {
  tone: PhaseTone;
  title: string;
  children?: ReactNode;
  /** Read out at once: it replaces what was there. */
  urgent?: boolean;
}) {
  const classes = useStyles();
  const tones = useToneStyles();
  return (
    <div className={classes.state} role={urgent ? 'alert' : 'status'}>
      <PhaseShape
        tone={tone}
        size={18}
        className={`${classes.shape} ${tones[tone]}`}
      />
      <div>
        <h2 className={classes.title}>{title}</h2>
        {children && <div className={classes.body}>{children}</div>}
      </div>
    </div>
  );
}
