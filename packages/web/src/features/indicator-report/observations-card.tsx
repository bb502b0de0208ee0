import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import type { ObservationRange } from './indicator-report.query.ts';
import styles from './list-card.module.css';
import { ObservationTable } from './observation-table.tsx';

interface Props {
  readonly range: ObservationRange;
  readonly indicator: Indicator;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** The observations behind the figure. Fetched when somebody asks for them. */
export function ObservationsCard({ range, indicator, open, onOpen }: Props) {
  const format = useFormat();
  if (indicator.measure === 'formula') {
    return (
      <Card title={m.board_report_observations()}>
        <p className={styles.quiet}>{m.board_report_formula_no_observations()}</p>
      </Card>
    );
  }
  return (
    <>
      <Card
        title={m.board_report_observations()}
        aside={m.board_report_observations_note()}
        actions={
          <Button size="small" aria-expanded={open} onClick={() => onOpen(!open)}>
            {open ? m.board_report_close_observations() : m.board_report_open_observations()}
          </Button>
        }
      >
        <p className={styles.quiet}>
          {m.board_report_observations_from({ from: format.date(range.from), to: format.date(lastInstant(range.to)) })}
        </p>
      </Card>
      {open ? <ObservationTable range={range} indicator={indicator} /> : null}
    </>
  );
}

/** A range ends before its end. */
const lastInstant = (end: string): string => new Date(Date.parse(end) - 1).toISOString();
