import type { StepView } from '@supply-chain-view/backstage-plugin-supply-chain-common';

const NEWLINE = 0x0a;

/** The logs of several steps as one text, each after a line `===> step`. The first has been opened already. */
export async function* withHeadings(
  first: { name: string; bytes: AsyncIterable<Uint8Array> } | undefined,
  rest: readonly StepView[],
  open: (step: StepView) => Promise<AsyncIterable<Uint8Array>>,
): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  let last: number | undefined = NEWLINE;
  const section = async function* section(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
  ) {
    // A heading stands on a line of its own, also after a step that did not end its last one.
    yield encoder.encode(`${last === NEWLINE ? '' : '\n'}===> ${name}\n`);
    last = NEWLINE;
    for await (const chunk of bytes) {
      last = chunk.at(-1) ?? last;
      yield chunk;
    }
  };
  if (first) yield* section(first.name, first.bytes);
  for (const step of rest) yield* section(step.name, await open(step));
}
