import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Finding } from '@zhiheng/contract/findings/findings';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { AnalysesOfFinding } from '../../causes/index.ts';
import { kindWords, severityTones, severityWords, sourceWords, stateTones, stateWords } from '../finding-words.ts';
import { findingQuery } from '../findings.query.ts';
import { placeWords } from '../place-words.ts';
import styles from '../findings.module.css';
import { EvidenceCard } from './evidence-card.tsx';
import { FindingActions } from './finding-actions.tsx';
import { HistoryCard } from './history-card.tsx';
import { PriorityCard } from './priority-card.tsx';

const route = getRouteApi('/app/findings/$id');

/** One finding: what shows it, who cares for it, how pressing it is, and what became of it. */
export function FindingPage() {
  const { id } = route.useParams();
  const query = useQuery(findingQuery(id));
  if (statusOf(query.error) === 404)
    return (
      <>
        <PageHeader title={m.findings_title()} />
        <EmptyState title={m.findings_gone()} action={<Link to="/app/findings">{m.findings_back()}</Link>} />
      </>
    );
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(finding) => <Found finding={finding} />}
    </QueryView>
  );
}

function Found({ finding }: { readonly finding: Finding }) {
  const format = useFormat();
  const { number, title, source, mergedInto } = finding;
  return (
    <>
      <PageHeader
        title={format.text(title)}
        line={[number, sourceWords[source](), placeWords(finding, format)].join(' · ')}
        actions={
          <>
            <Link to="/app/findings">{m.findings_back()}</Link>
            <FindingActions finding={finding} />
          </>
        }
      />
      <div className={styles.stack}>
        {mergedInto === null ? null : (
          <p className={styles.prose}>
            <Link to="/app/findings/$id" params={{ id: mergedInto.id }}>
              {m.findings_merged_into({ number: mergedInto.number })}
            </Link>
          </p>
        )}
        <div className={styles.pair}>
          <div className={styles.stack}>
            <EvidenceCard finding={finding} />
            <AnalysesOfFinding findingId={finding.id} />
            <HistoryCard finding={finding} />
          </div>
          <div className={styles.stack}>
            <FactsCard finding={finding} />
            <PriorityCard finding={finding} />
          </div>
        </div>
      </div>
    </>
  );
}

function FactsCard({ finding }: { readonly finding: Finding }) {
  const format = useFormat();
  const description = format.text(finding.description);
  return (
    <Card title={m.findings_facts()}>
      <FactTable label={m.findings_facts()} rows={factsOf(finding, format)} />
      {description === '' ? null : <p className={styles.prose}>{description}</p>}
    </Card>
  );
}

function factsOf(finding: Finding, format: Format): (readonly [string, ReactNode])[] {
  const { state, reason, severity, kind, owner, dueOn, overdue, indicator, indicatorName, firstSeen, lastSeen, times, reopened } = finding;
  return [
    [
      m.findings_state(),
      <StatusBadge key="state" tone={stateTones[state]}>
        {stateWords[state]()}
      </StatusBadge>,
    ],
    ...(reason === '' || finding.mergedInto !== null ? [] : [[m.findings_reason(), reason] as const]),
    [
      m.findings_severity(),
      <StatusBadge key="severity" tone={severityTones[severity]}>
        {severityWords[severity]()}
      </StatusBadge>,
    ],
    [m.findings_kind(), kindWords[kind ?? 'none']()],
    [m.findings_owner(), owner ?? m.findings_nobody()],
    [m.findings_due(), dueOn === null ? '—' : overdue ? `${dueOn} ${m.findings_overdue()}` : dueOn],
    ...(indicator === null || indicatorName === null
      ? []
      : [
          [
            m.findings_indicator(),
            <Link key="indicator" to="/app/indicators/$code" params={{ code: indicator }}>
              {format.text(indicatorName)}
            </Link>,
          ] as const,
        ]),
    [m.findings_first_seen(), format.dateTime(firstSeen)],
    [m.findings_seen(), format.dateTime(lastSeen)],
    [
      m.findings_times(),
      reopened === 0 ? format.number(times) : `${format.number(times)} · ${m.findings_reopened({ n: format.number(reopened) })}`,
    ],
  ];
}
