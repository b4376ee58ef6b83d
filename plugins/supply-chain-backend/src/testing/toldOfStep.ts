import type { LogMessage } from '@supply-chain-view/backstage-plugin-supply-chain-common';

/** What was told of one step, as its text. */
export function toldOfStep(
  messages: readonly LogMessage[],
  step: string,
): string {
  return messages
    .flatMap(each => (each.type === 'lines' && each.step === step ? each : []))
    .map(({ text, unterminated }) => (unterminated ? text : `${text}\n`))
    .join('');
}
