import type { SupplyChainError } from '../api/SupplyChainError';
import { failureWords } from '../states/failureWords';
import type { Words } from '../translation/Words';

/** Why a rebuild was not asked for, and what to do about it. */
export function triggerWords(t: Words, error: SupplyChainError): string {
  switch (error.code) {
    case 'newer-build':
      return t('trigger.newerBuild');
    case 'rebuild-asked':
      return t('trigger.alreadyAsked');
    case 'conflict':
      return t('trigger.conflict');
    case 'denied':
      return t('trigger.denied');
    case 'not-found':
      return t('trigger.gone');
    case 'too-many-requests':
      return t('trigger.tooMany');
    default: {
      const { title, says } = failureWords(t, error);
      return `${title}. ${says}`;
    }
  }
}
