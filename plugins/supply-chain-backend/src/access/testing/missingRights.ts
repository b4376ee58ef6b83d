import {
  apiErrorAnswerSchema,
  type ApiError,
  type Problem,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { z } from 'zod';
import type { RunningPlugin } from '../../testing/startPlugin';

/** The rights that an answer says are missing. */
export async function missingRights(
  ask: RunningPlugin['fetch'],
  path: string,
): Promise<string[]> {
  const body: unknown = await (await ask(path)).json();
  const failure = apiErrorAnswerSchema.safeParse(body);
  const told: readonly (ApiError | Problem)[] = failure.success
    ? [failure.data.error]
    : z.object({ problems: z.array(z.custom<Problem>()) }).parse(body).problems;
  return told.flatMap(each =>
    'verb' in each && each.verb && each.resource
      ? [`${each.verb} ${each.resource}`]
      : [],
  );
}
