import { useQuery } from '@tanstack/react-query';
import type { Scorecard } from '@zhiheng/contract/evaluation/scores';
import { Button, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PeriodPicker } from '../../ui/period-picker.tsx';
import { useMay } from '../identity/index.ts';
import { knownPeriodsQuery } from '../periods/index.ts';
import type { ScorecardsSearch } from './scorecards.search.ts';

interface Props {
  readonly all: readonly Scorecard[];
  readonly chosen: Scorecard | undefined;
  readonly period: string | undefined;
  readonly onChange: (change: Partial<ScorecardsSearch>) => void;
}

export function ScorecardActions({ all, chosen, period, onChange }: Props) {
  const format = useFormat();
  const may = useMay();
  const periods = useQuery({ ...knownPeriodsQuery, enabled: may('insight.read') });
  return (
    <>
      {all.length < 2 ? null : (
        <Select
          aria-label={m.board_scores_choose()}
          style={{ minWidth: 180 }}
          value={chosen?.code ?? null}
          options={all.map((card) => ({ value: card.code, label: format.text(card.name) }))}
          onChange={(scorecard: string | null) => onChange({ scorecard: scorecard ?? undefined })}
        />
      )}
      {period === undefined ? null : (
        <PeriodPicker period={period} known={periods.data ?? []} onChange={(next) => onChange({ period: next })} />
      )}
      {may('evaluation.define') ? (
        <>
          <Button onClick={() => onChange({ edit: 'new' })}>{m.board_scores_new()}</Button>
          <Button type="primary" onClick={() => onChange({ edit: 'this' })}>
            {m.board_scores_edit()}
          </Button>
        </>
      ) : null}
    </>
  );
}
