import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import type {
  BuildComparison,
  ComparedBuild,
} from '@supply-chain-view/backstage-plugin-supply-chain-common';
import type { ReactNode } from 'react';
import { formatDuration } from '../time/formatDuration';
import { Section } from '../panel/Section';
import { MONOSPACE } from '../frame/MONOSPACE';
import { PhaseMark } from '../phase/PhaseMark';
import { quietColor } from '../phase/quietColor';
import { supplyChainTranslationRef } from '../translation/supplyChainTranslationRef';
import { BuildLink } from './BuildLink';
import { timeChange } from './timeChange';

const useStyles = makeStyles((theme: Theme) => ({
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    minWidth: 520,
    borderCollapse: 'collapse',
    fontSize: 13.5,
    '& th, & td': {
      padding: theme.spacing(0.75, 1.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    '& th': { fontWeight: 600 },
    '& tbody th': {
      fontWeight: 400,
      color: quietColor(theme),
      whiteSpace: 'nowrap',
    },
    // Both builds beside each other on the narrowest page as well: that is what one came for.
    [theme.breakpoints.down('xs')]: {
      minWidth: 0,
      '& th, & td': { padding: theme.spacing(0.75, 0.5) },
      '& tbody th': { whiteSpace: 'normal', overflowWrap: 'normal' },
    },
  },
  mono: { fontFamily: MONOSPACE, fontSize: 12.5 },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
}));

type Row = {
  name: string;
  of: (build: ComparedBuild) => ReactNode;
  mono?: boolean;
};

/** Both builds in two columns: how they ended, what they made, what they were made of. */
export function CompareFacts({ comparison }: { comparison: BuildComparison }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const rows: Row[] = [
    {
      name: t('build.columnPhase'),
      of: ({ phase }) => <PhaseMark phase={phase.kind} />,
    },
    { name: t('build.columnWhy'), of: ({ sentence }) => sentence },
    {
      name: t('build.columnRevision'),
      of: ({ source }) => <span title={source.revision}>{source.short}</span>,
      mono: true,
    },
    { name: t('build.tag'), of: ({ produced }) => produced.tag, mono: true },
    {
      name: t('build.digest'),
      of: ({ produced }) => produced.digest,
      mono: true,
    },
    {
      name: t('build.runImage'),
      of: ({ builtWith }) => builtWith.runImage,
      mono: true,
    },
    { name: t('build.lifecycle'), of: ({ builtWith }) => builtWith.lifecycle },
    {
      name: t('build.buildpacks'),
      of: ({ builtWith }) =>
        builtWith.buildpacks.map(({ id, version }) => (
          <div key={id}>{[id, version].filter(Boolean).join(' ')}</div>
        )),
    },
  ];
  return (
    <Section title={t('compare.facts')}>
      <Table comparison={comparison} rows={rows} label={t('compare.facts')} />
    </Section>
  );
}

/** How long each step took, and how much longer or shorter that was. */
export function CompareSteps({ comparison }: { comparison: BuildComparison }) {
  const { t } = useTranslationRef(supplyChainTranslationRef);
  const { from, to } = comparison;
  const names = [
    ...new Set([...from.steps, ...to.steps].map(({ name }) => name)),
  ];
  const time = (ms: number | undefined) =>
    ms === undefined ? '' : formatDuration(ms);
  const stepOf = ({ steps }: ComparedBuild, name: string) =>
    steps.find(step => step.name === name);
  const rows: Row[] = [
    ...names.map(name => ({
      name,
      of: (build: ComparedBuild) => {
        const step = stepOf(build, name);
        return step?.durationMs === undefined
          ? t(step ? `phase.${step.state}` : 'compare.noStep')
          : time(step.durationMs);
      },
    })),
    { name: t('compare.queued'), of: ({ queuedMs }) => time(queuedMs) },
    { name: t('compare.total'), of: ({ durationMs }) => time(durationMs) },
  ];
  const changes = [
    ...names.map(name =>
      timeChange(stepOf(from, name)?.durationMs, stepOf(to, name)?.durationMs),
    ),
    timeChange(from.queuedMs, to.queuedMs),
    timeChange(from.durationMs, to.durationMs),
  ];
  return (
    <Section title={t('build.steps')}>
      <Table
        comparison={comparison}
        rows={rows}
        label={t('build.steps')}
        last={{ name: t('compare.change'), of: index => changes[index] }}
      />
    </Section>
  );
}

function Table({
  comparison: { from, to },
  rows,
  label,
  last,
}: {
  comparison: BuildComparison;
  rows: readonly Row[];
  label: string;
  last?: { name: string; of: (index: number) => ReactNode };
}) {
  const classes = useStyles();
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <td />
            {[from, to].map((build, index) => (
              <th key={index} scope="col">
                <BuildLink build={build} />
              </th>
            ))}
            {last && <th scope="col">{last.name}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of, mono }, index) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={mono ? classes.mono : undefined}>{of(from)}</td>
              <td className={mono ? classes.mono : undefined}>{of(to)}</td>
              {last && <td className={classes.number}>{last.of(index)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
