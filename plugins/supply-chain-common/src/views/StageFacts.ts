import { z } from 'zod';
import { configFactsSchema } from './facts/ConfigFacts';
import { conventionFactsSchema } from './facts/ConventionFacts';
import { rowFactsSchema } from './facts/RowFacts';
import { scanFactsSchema } from './facts/ScanFacts';
import { sourceFactsSchema } from './facts/SourceFacts';
import { writerFactsSchema } from './facts/WriterFacts';

/** What a stage shows besides what every stage has, by the kind of its object. */
export const stageFactsSchema = z.discriminatedUnion('kind', [
  sourceFactsSchema,
  scanFactsSchema,
  conventionFactsSchema,
  configFactsSchema,
  writerFactsSchema,
  rowFactsSchema,
]);

export type StageFacts = z.infer<typeof stageFactsSchema>;
