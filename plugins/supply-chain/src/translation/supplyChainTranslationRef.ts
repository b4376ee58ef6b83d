import { createTranslationRef } from '@backstage/frontend-plugin-api';
import {
  nextMessages,
  reasonMessages,
  rolloutMessages,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { builderMessages } from './builderMessages';
import { buildMessages } from './buildMessages';
import { compareMessages } from './compareMessages';
import { entityMessages } from './entityMessages';
import { factMessages } from './factMessages';
import { graphMessages } from './graphMessages';
import { imageMessages } from './imageMessages';
import { listMessages } from './listMessages';
import { logMessages } from './logMessages';
import { phaseMessages } from './phaseMessages';
import { rolloutStateMessages } from './rolloutStateMessages';
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
    facts: factMessages,
    build: buildMessages,
    builder: builderMessages,
    rolloutState: rolloutStateMessages,
    rollout: rolloutMessages,
    image: imageMessages,
    log: logMessages,
    entity: entityMessages,
    state: stateMessages,
    trigger: triggerMessages,
    compare: compareMessages,
    trust: trustMessages,
    reason: reasonMessages,
    next: nextMessages,
  },
});
