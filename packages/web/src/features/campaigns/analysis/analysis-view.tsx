import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import type { CampaignAnalysis } from '@zhiheng/contract/campaigns/results';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { GradeBadge } from '../../../ui/grade-badge.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { analysisQuery } from '../campaigns.query.ts';
import { FiguresTable } from './figures-table.tsx';
import { JudgementCard } from './judgement-card.tsx';
import { PanelCard } from './panel-card.tsx';
import { ResultsCard } from './results-card.tsx';
import styles from '../campaigns.module.css';

/** The figures as they are now, and the results that were frozen. */
export function AnalysisView({ campaign }: { readonly campaign: Campaign }) {
  const query = useQuery(analysisQuery(campaign.id));
  return (
    <>
      <ResultsCard campaign={campaign} />
      <QueryView query={query}>{(analysis) => <Analysis analysis={analysis} />}</QueryView>
      <JudgementCard campaign={campaign} />
    </>
  );
}

function Analysis({ analysis }: { readonly analysis: CampaignAnalysis }) {
  const format = useFormat();
  const { figures, panel, asOf } = analysis;
  return (
    <>
      <Card title={m.campaigns_figures_now()} aside={m.campaigns_as_of({ time: format.dateTime(asOf) })} flush={figures.length > 0}>
        {figures.length === 0 ? (
          <EmptyState title={m.campaigns_no_figures()} words={m.campaigns_no_figures_text()} />
        ) : (
          <FiguresTable figures={figures} />
        )}
      </Card>
      {figures.length === 0 ? null : <ScoreCard analysis={analysis} />}
      {panel === null || panel.n === 0 ? null : <PanelCard panel={panel} />}
    </>
  );
}

/** The mean of the scores by weight, and its grade where enough was measured. */
export function ScoreCard({ analysis: { score, coverage, grade } }: { readonly analysis: CampaignAnalysis }) {
  const format = useFormat();
  return (
    <Card title={m.campaigns_score()}>
      <div className={styles.marks}>
        <span>
          <strong className="tabular">{score === null ? '—' : format.number(score, 1)}</strong> <GradeBadge grade={grade} />
        </span>
        <span className={styles.grey}>{m.campaigns_coverage({ share: format.percent(100 * coverage, 0) })}</span>
      </div>
      <p className={styles.note}>{m.campaigns_score_note()}</p>
    </Card>
  );
}
