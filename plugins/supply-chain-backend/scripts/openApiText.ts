import { stringify } from 'yaml';
import { openApiDocument } from './openApiDocument';

const HEAD =
  '# Made by scripts/writeOpenApi.ts: change the schemas of supply-chain-common or scripts/openApiDocument.ts, then run `yarn openapi` here.\n';

/** The document as it is in the repository. */
export function openApiText(): string {
  return (
    HEAD +
    stringify(openApiDocument(), {
      aliasDuplicateObjects: false,
      singleQuote: true,
      lineWidth: 0,
    })
  );
}
