import { useCallback, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@material-ui/core';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import { supplyChainApiRef } from '../api/SupplyChainApi';
import type { SignInState } from '../api/ClusterTokens';
import { Hidden } from '../frame/Hidden';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';

const useStyles = makeStyles((theme: Theme) => ({
  button: { padding: theme.spacing(0, 1), minHeight: 24, fontSize: 13 },
}));

const POSSIBLE: SignInState = { kind: 'possible' };

/** For a cluster that wants the person's own token: the only thing that shows a sign-in, and only when it is pressed. */
export function SignInButton({
  cluster,
  authProvider,
}: {
  cluster: string;
  authProvider: string;
}) {
  const { button } = useStyles();
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { clusterTokens } = useApi(supplyChainApiRef);
  const state = useSyncExternalStore(
    useCallback(
      (onChange: () => void) => clusterTokens?.watch(onChange) ?? (() => {}),
      [clusterTokens],
    ),
    () => clusterTokens?.signInState(authProvider) ?? POSSIBLE,
  );
  if (!clusterTokens || state.kind === 'unavailable') {
    return (
      <span role="status">
        {t('state.signIn.unavailable', { provider: authProvider })}
      </span>
    );
  }
  return (
    <>
      <Button
        className={button}
        size="small"
        color="primary"
        disabled={state.kind === 'asking'}
        aria-label={t('state.signIn.buttonOf', { cluster })}
        onClick={() => {
          void clusterTokens.signIn(authProvider);
        }}
      >
        {t('state.signIn.button')}
      </Button>
      {state.kind === 'failed' && (
        <Hidden announce>
          {t('state.signIn.failed', { says: state.says })}
        </Hidden>
      )}
    </>
  );
}
