import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  PolicyView,
  Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { MONOSPACE } from '../frame/MONOSPACE';
import { quietColor } from '../phase/quietColor';
import { ProblemList } from '../states/ProblemList';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { authorityWords } from './policyWords';

const useStyles = makeStyles((theme: Theme) => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1.5),
    fontSize: 13.5,
  },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  quiet: { color: quietColor(theme), fontSize: 12.5, overflowWrap: 'anywhere' },
  mono: { fontFamily: MONOSPACE, fontSize: 12, overflowWrap: 'anywhere' },
  asks: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
  none: { margin: 0, fontSize: 13.5, color: quietColor(theme) },
}));

/** The ClusterImagePolicies that are about the image, and what each asks; and where they cannot be known. */
export function PolicyList({
  policies,
  problems,
}: {
  policies: readonly PolicyView[];
  problems: readonly Problem[];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  // A cluster without policy-controller is nothing to warn of.
  const absent = problems.filter(({ because }) => because === 'absent');
  const others = problems.filter(({ because }) => because !== 'absent');
  return (
    <>
      {policies.length === 0 && others.length === 0 && (
        <p className={classes.none}>{t('trust.noPolicies')}</p>
      )}
      {policies.length > 0 && (
        <ul className={classes.list} aria-label={t('trust.policies')}>
          {policies.map(policy => (
            <li key={`${policy.cluster} ${policy.name}`}>
              <div>
                <span className={classes.name}>{policy.name}</span>{' '}
                <span className={classes.quiet}>
                  {t('trust.policyOn', { cluster: policy.cluster })}
                  {' · '}
                  {t(`trust.mode.${policy.mode}`)}
                </span>
              </div>
              <div className={classes.mono}>{policy.globs.join('  ')}</div>
              <ul className={classes.asks}>
                {policy.authorities.map(authority => (
                  <li key={authority.name}>{authorityWords(t, authority)}</li>
                ))}
              </ul>
              {policy.authorities.length > 1 && (
                <div className={classes.quiet}>{t('trust.policyAny')}</div>
              )}
              {policy.hasPolicy && (
                <div className={classes.quiet}>{t('trust.policyCode')}</div>
              )}
              {policy.only.length > 0 && (
                <div className={classes.quiet}>
                  {t('trust.policyOnly', { what: policy.only.join(', ') })}
                </div>
              )}
              {policy.notReady && (
                <div className={classes.quiet}>
                  {t('trust.policyNotReady', { says: policy.notReady })}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {policies.length > 0 && (
        <p className={classes.quiet}>{t('trust.policyWhere')}</p>
      )}
      {absent.length > 0 && (
        <p className={classes.quiet}>
          {t('trust.policiesAbsent', {
            clusters: absent.map(({ cluster }) => cluster).join(', '),
          })}
        </p>
      )}
      <ProblemList problems={others} />
    </>
  );
}
