import { filterIn } from '../subjects/index.ts';
import { BenchmarksCard } from './benchmarks-card.tsx';
import { DefinitionCard } from './definition-card.tsx';
import { DistributionCard } from './distribution-card.tsx';
import { FigureCard } from './figure-card.tsx';
import { InputsCard } from './inputs-card.tsx';
import type { IndicatorReport } from './indicator-report.query.ts';
import styles from './indicator-report.module.css';
import type { ReportSearch } from './indicator-report.search.ts';
import { LimitsCard } from './limits-card.tsx';
import { ObservationsCard } from './observations-card.tsx';
import { SlicesCard } from './slices-card.tsx';
import { TrendCard } from './trend-card.tsx';

interface Props {
  readonly report: IndicatorReport;
  readonly search: ReportSearch;
  readonly onChange: (change: Partial<ReportSearch>) => void;
}

export function ReportContent({ report, search, onChange }: Props) {
  const isFormula = report.indicator.measure === 'formula';
  const range = { indicator: report.indicator.code, from: report.from, to: report.to, ...filterIn(search) };
  return (
    <div className={styles.grid}>
      <div className={styles.narrow}>
        <FigureCard report={report} />
      </div>
      <div className={styles.wide}>
        <TrendCard report={report} grain={search.grain ?? 'month'} onGrain={(grain) => onChange({ grain })} />
      </div>
      <div className={isFormula ? styles.all : styles.more}>
        <SlicesCard report={report} search={search} onGroup={(by) => onChange({ by })} />
      </div>
      {isFormula ? null : (
        <div className={styles.less}>
          <DistributionCard report={report} />
        </div>
      )}
      <div className={styles.less}>
        <DefinitionCard indicator={report.indicator} />
      </div>
      <div className={`${styles.more} ${styles.pile}`}>
        {isFormula ? <InputsCard report={report} search={search} /> : null}
        <LimitsCard report={report} />
        <BenchmarksCard report={report} />
      </div>
      <div className={styles.all}>
        <ObservationsCard range={range} indicator={report.indicator} open={search.rows === true} onOpen={(rows) => onChange({ rows })} />
      </div>
    </div>
  );
}
