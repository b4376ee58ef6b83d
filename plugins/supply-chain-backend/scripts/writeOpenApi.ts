import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiText } from './openApiText';

/** `yarn workspace @supply-chain-view/backstage-plugin-supply-chain-backend openapi` */
writeFileSync(join(__dirname, '..', 'openapi.yaml'), openApiText());
