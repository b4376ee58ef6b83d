import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { reasonMessages } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { buildMessages } from './buildMessages';
import { entityMessages } from './entityMessages';
import { graphMessages } from './graphMessages';
import { listMessages } from './listMessages';
import { logMessages } from './logMessages';
import { phaseMessages } from './phaseMessages';
import { stageMessages } from './stageMessages';
import { stateMessages } from './stateMessages';
import { triggerMessages } from './triggerMessages';
import { trustMessages } from './trustMessages';

/** Every word this plugin shows; override them or add languages through the app's translations. */
export const supplyChainTranslationRef = createTranslationRef({
  id: 'plugin.supply-chain',
  messages: {
    phase: phaseMessages,
    list: listMessages,
    graph: graphMessages,
    stage: stageMessages,
    build: buildMessages,
    log: logMessages,
    entity: entityMessages,
    state: stateMessages,
    trigger: triggerMessages,
    trust: trustMessages,
    reason: reasonMessages,
  },
});
