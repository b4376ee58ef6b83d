import type { OutputView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedOutput } from '../objects/OwnerStatus';
import { present } from '../objects/present';
import { withoutCredentials } from '../words/withoutCredentials';
import { outputValue } from './outputValue';

/** Cartographer cuts after 1,024 bytes (pkg/realizer/realizer.go, PreviewCharacterLimit); half a character at the end can cost up to 3. */
const CUT_FROM_BYTES = 1021;

/** One output. Whether it was cut is proved by its digest, else by its length alone. */
export function outputView(
  output: RealizedOutput,
  sha256?: (text: string) => string,
): OutputView {
  const { name, preview, digest, at } = output;
  const long = Buffer.byteLength(preview) >= CUT_FROM_BYTES;
  const whole = () =>
    sha256 !== undefined && digest !== undefined && sha256(preview) === digest;
  return present({
    name,
    value: withoutCredentials(outputValue(preview)),
    cut: long && !whole(),
    digest,
    at,
  });
}
