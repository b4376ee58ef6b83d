import type { OutputView } from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { RealizedOutput } from '../objects/OwnerStatus';
import { present } from '../objects/present';
import { hideEnvValues } from '../words/hideEnvValues';
import { withoutCredentials } from '../words/withoutCredentials';
import { outputValue } from './outputValue';

/** Cartographer cuts after 1,024 bytes (pkg/realizer/realizer.go, PreviewCharacterLimit); half a character at the end can cost up to 3. */
const CUT_FROM_BYTES = 1021;

/**
 * One output, as everybody may see it: without the values of environment variables. Whether it was cut is proved by its
 * digest, else by its length alone.
 */
export function outputView(
  output: RealizedOutput,
  sha256?: (text: string) => string,
): OutputView {
  const { name, preview, digest, at } = output;
  const long = Buffer.byteLength(preview) >= CUT_FROM_BYTES;
  const whole = () =>
    sha256 !== undefined && digest !== undefined && sha256(preview) === digest;
  const value = outputValue(preview);
  const shown = hideEnvValues(value);
  return present({
    name,
    value: withoutCredentials(shown),
    cut: long && !whole(),
    redacted: shown === value ? undefined : (true as const),
    digest,
    at,
  });
}
