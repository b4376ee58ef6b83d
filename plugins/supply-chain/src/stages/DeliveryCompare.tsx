import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import {
  shortImage,
  shortRevision,
  type DeliveryDetail,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { CopyButton } from '../panel/CopyButton';
import { MONOSPACE } from '../frame/MONOSPACE';
import { PhaseShape } from '../phase/PhaseShape';
import { quietColor } from '../phase/quietColor';
import { useToneStyles } from '../phase/useToneStyles';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  table: {
    width: '100%',
    maxWidth: 640,
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: 13.5,
    margin: theme.spacing(0, 0, 1.5),
    '& th, & td': {
      padding: theme.spacing(0.75, 1, 0.75, 0),
      textAlign: 'left',
      verticalAlign: 'top',
      fontWeight: 400,
      overflowWrap: 'anywhere',
    },
    '& th': { color: quietColor(theme) },
    // What is left is room for a short digest in each of the others at 400 px.
    '& tr > :first-child': { width: 96, boxSizing: 'border-box' },
    '& tbody tr': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  caption: {
    textAlign: 'left',
    fontSize: 13.5,
    fontWeight: 600,
    paddingBottom: theme.spacing(0.5),
  },
  value: { fontFamily: MONOSPACE, fontSize: 12.5 },
  against: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    color: quietColor(theme),
  },
  shape: { flex: 'none' },
}));

/** Revision and image that the supply chain made, each against what the delivery has deployed; nothing where neither is known. */
export function DeliveryCompare({ detail }: { detail: DeliveryDetail }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { written, fetched, deployed, built, running, addresses } = detail;
  const serving = addresses.filter(each => each.newest && each.serves);
  const rows = [
    {
      name: t('graph.deliveryConfiguration'),
      made: written ?? fetched,
      runs: deployed,
      same: isWithin(deployed, written ?? fetched),
      short: (value: string) => shortRevision(value) ?? value,
    },
    {
      name: t('graph.deliveryImage'),
      made: built,
      runs: running,
      same: isWithin(digestOf(running), digestOf(built)),
      short: shortImage,
    },
  ].filter(({ made, runs }) => made !== undefined || runs !== undefined);
  if (rows.length === 0) return null;
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>
        {t('graph.deliveryCompare')}
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('graph.deliveryBuilt')}</th>
          <th scope="col">
            {t('graph.deliveryRuns', { cluster: detail.ref.cluster })}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, made, runs, same, short }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <Value
                value={made}
                short={short}
                what={`${name}, ${t('graph.deliveryBuilt')}`}
              />
            </td>
            <td>
              {runs === undefined &&
              name === t('graph.deliveryImage') &&
              serving.length > 0 ? (
                serving.map(({ name: of, serves = '' }) => (
                  <div key={of}>
                    {t('graph.deliveryRevision', { revision: serves })}
                  </div>
                ))
              ) : (
                <Value
                  value={runs}
                  short={short}
                  what={`${name}, ${t('graph.deliveryRuns', {
                    cluster: detail.ref.cluster,
                  })}`}
                />
              )}
              {same !== undefined && <Against same={same} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({
  value,
  short,
  what,
}: {
  value: string | undefined;
  short: (value: string) => string;
  what: string;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (value === undefined) return <>{t('graph.deliveryUnknown')}</>;
  return (
    <>
      <span className={classes.value} title={value}>
        {short(value)}
      </span>
      <CopyButton text={value} what={what} />
    </>
  );
}

function Against({ same }: { same: boolean }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const tone = same ? 'ok' : 'warn';
  return (
    <span className={classes.against}>
      <PhaseShape
        tone={tone}
        size={14}
        className={`${classes.shape} ${tones[tone]}`}
      />
      {t(same ? 'graph.deliverySame' : 'graph.deliveryDiffers')}
    </span>
  );
}

/** A revision names its commit among other things; without both there is nothing to compare. */
function isWithin(
  whole: string | undefined,
  part: string | undefined,
): boolean | undefined {
  return whole === undefined || part === undefined
    ? undefined
    : whole.includes(part);
}

/** Tags move: only digests say whether two images are the same. */
function digestOf(image: string | undefined): string | undefined {
  return /sha256:[0-9a-f]{64}/.exec(image ?? '')?.[0];
}
