import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type { ImageView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { VerdictMark } from '../builders/VerdictMark';
import { useFleetHref } from '../hooks/useFleetHref';

const useStyles = makeStyles((theme: Theme) => ({
  fact: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
  },
}));

/** The builder of an image, and what kpack says of it there. Well is not worth a word. */
export function BuilderFact({ builder }: { builder: ImageView['builder'] }) {
  const { kind, name, ref: where, ready, upToDate } = builder;
  const classes = useStyles();
  const href = useFleetHref();
  const words = [kind, name].filter(Boolean).join(' ');
  return (
    <div className={classes.fact}>
      {where ? (
        <Link to={href.builder(where)} underline="always">
          {words}
        </Link>
      ) : (
        words
      )}
      {ready.status === 'no' && <VerdictMark of="ready" verdict={ready} />}
      {upToDate.status === 'no' && (
        <VerdictMark of="upToDate" verdict={upToDate} />
      )}
    </div>
  );
}
