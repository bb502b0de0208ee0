import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import type { WholeResult } from '@zhiheng/contract/campaigns/results';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { GradeBadge } from '../../../ui/grade-badge.tsx';
import { FiguresTable } from '../analysis/figures-table.tsx';
import { PanelCard } from '../analysis/panel-card.tsx';
import { findingStateWords, periodText } from '../campaign-words.ts';
import styles from '../campaigns.module.css';

interface Props {
  readonly campaign: Campaign;
  readonly result: WholeResult;
}

/** Figures from the frozen result, words and findings from the campaign. */
export function SummarySheet({ campaign, result }: Props) {
  const format = useFormat();
  const { analysis, period, number, frozenAt, sha256 } = result;
  const { strengths, weaknesses } = campaign.plan;
  return (
    <>
      <h2 className={styles.sheetTitle}>{format.text(result.campaign)}</h2>
      <p className={styles.grey}>
        {[
          periodText(period[0], period[1], format),
          m.campaigns_result_n({ n: format.number(number) }),
          m.campaigns_as_of({ time: format.dateTime(frozenAt) }),
        ].join(' · ')}
      </p>
      <p className={styles.prose}>{result.purpose[format.locale]}</p>
      <p>
        {m.campaigns_score()} <strong className="tabular">{analysis.score === null ? '—' : format.number(analysis.score, 1)}</strong>{' '}
        <GradeBadge grade={analysis.grade} />
      </p>
      {analysis.figures.length === 0 ? null : (
        <>
          <h3>{m.campaigns_figures()}</h3>
          <FiguresTable figures={analysis.figures} />
        </>
      )}
      {analysis.panel === null || analysis.panel.n === 0 ? null : <PanelCard panel={analysis.panel} />}
      <h3>{m.campaigns_strengths()}</h3>
      <p className={styles.prose}>{strengths[format.locale] || m.campaigns_nothing_written()}</p>
      <h3>{m.campaigns_weaknesses()}</h3>
      <p className={styles.prose}>{weaknesses[format.locale] || m.campaigns_nothing_written()}</p>
      <SummaryFindings findings={campaign.findings} />
      <p className={styles.hash}>SHA-256 {sha256}</p>
    </>
  );
}

function SummaryFindings({ findings }: Pick<Campaign, 'findings'>) {
  if (findings.length === 0) return null;
  return (
    <>
      <h3>{m.campaigns_tab_findings()}</h3>
      <ul>
        {findings.map(({ id, title, owner, due, state }) => (
          <li key={id}>
            {title}{' '}
            <span className={styles.grey}>{[findingStateWords[state](), owner, due].filter((part) => part !== null).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
