import {
  assertNever,
  type StageFacts,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import { ConfigFactsView } from './ConfigFactsView';
import { ConventionFactsView } from './ConventionFactsView';
import { RowFactsView } from './RowFactsView';
import { ScanFactsView } from './ScanFactsView';
import { SourceFactsView } from './SourceFactsView';
import { WriterFactsView } from './WriterFactsView';

/** What a stage tells by its kind. */
export function StageFactsSection({ facts }: { facts: StageFacts }) {
  switch (facts.kind) {
    case 'source':
      return <SourceFactsView facts={facts} />;
    case 'scan':
      return <ScanFactsView facts={facts} />;
    case 'conventions':
      return <ConventionFactsView facts={facts} />;
    case 'config':
      return <ConfigFactsView facts={facts} />;
    case 'writer':
      return <WriterFactsView facts={facts} />;
    case 'rows':
      return <RowFactsView facts={facts} />;
    default:
      return assertNever(facts);
  }
}
