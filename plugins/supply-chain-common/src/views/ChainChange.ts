import { z } from 'zod';

/** One way in which the supply chain, as it is now, is not what a workload was stamped by. Stages are named as the chain names them. */
export const chainChangeSchema = z.discriminatedUnion('kind', [
  /** The chain is not there any more. */
  z.object({ kind: z.literal('chain-gone'), chain: z.string() }),
  /** It is there, and selects the workload no longer: these of its terms fail. */
  z.object({
    kind: z.literal('not-selected'),
    chain: z.string(),
    fails: z.array(z.string()),
  }),
  /** Others select it now, more closely or as closely. */
  z.object({ kind: z.literal('others-select'), chains: z.array(z.string()) }),
  z.object({ kind: z.literal('stage-added'), stage: z.string() }),
  z.object({ kind: z.literal('stage-removed'), stage: z.string() }),
  /** The one stage that went has the template of the one that came. */
  z.object({
    kind: z.literal('stage-renamed'),
    stage: z.string(),
    now: z.string(),
  }),
  /** Another template than the one that it was stamped by; several, where the chain has options. */
  z.object({
    kind: z.literal('template'),
    stage: z.string(),
    was: z.string(),
    now: z.array(z.string()),
  }),
  /** Other inputs. */
  z.object({
    kind: z.literal('inputs'),
    stage: z.string(),
    was: z.array(z.string()),
    now: z.array(z.string()),
  }),
]);

export type ChainChange = z.infer<typeof chainChangeSchema>;
