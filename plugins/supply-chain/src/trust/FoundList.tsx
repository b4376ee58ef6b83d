import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  SignatureState,
  TrustView,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { MONOSPACE } from '../frame/MONOSPACE';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { SignatureMark } from './SignatureMark';
import { stateSentence } from './trustWords';

const useStyles = makeStyles((theme: Theme) => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1),
    fontSize: 13.5,
  },
  quiet: { color: quietColor(theme), fontSize: 12.5 },
  mono: { fontFamily: MONOSPACE, fontSize: 12, overflowWrap: 'anywhere' },
}));

/** Every signature and attestation that was found beside the image, each with what it is worth. */
export function FoundList({ view }: { view: TrustView }) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  if (view.found.length === 0) return null;
  // What is said of the image as a whole is not said again of each.
  const told = stateSentence(t, view.signature, view.registry);
  const saysMore = (state: SignatureState) =>
    state.kind !== 'signed' && stateSentence(t, state, view.registry) !== told;
  return (
    <>
      <ul className={classes.list} aria-label={t('trust.found')}>
        {view.found.map((each, index) => (
          // The same thing may be there twice.
          // eslint-disable-next-line react/no-array-index-key
          <li key={`${each.digest} ${index}`}>
            <SignatureMark state={each.state} />
            <div className={classes.quiet}>
              {t(`trust.${each.type}`)} · {t(`trust.scheme.${each.scheme}`)}
              {each.predicateType && ` · ${each.predicateType}`}
              {saysMore(each.state) && (
                <> · {stateSentence(t, each.state, view.registry)}</>
              )}
            </div>
            {each.annotations && each.annotations.length > 0 && (
              <div className={classes.mono}>
                {each.annotations
                  .map(({ name, value }) => `${name}=${value}`)
                  .join(' ')}
              </div>
            )}
          </li>
        ))}
      </ul>
      {view.more && <p className={classes.quiet}>{t('trust.more')}</p>}
    </>
  );
}
