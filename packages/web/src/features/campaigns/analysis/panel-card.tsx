import type { CampaignPanel } from '@zhiheng/contract/campaigns/results';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import styles from '../campaigns.module.css';

/** What the experts found together, and how far they agree. */
export function PanelCard({ panel: { n, measures, agreement } }: { readonly panel: CampaignPanel }) {
  const format = useFormat();
  const number = (value: number | null) => (value === null ? '—' : format.number(value, 2));
  return (
    <Card title={m.campaigns_panel()} aside={m.campaigns_panel_n({ n: format.number(n) })}>
      <PlainTable
        label={m.campaigns_panel()}
        columns={[m.campaigns_measure(), m.campaigns_mean(), m.campaigns_interval(), 'n']}
        rows={measures.map(({ key, name, mean, low, high, n: sheets }) => ({
          key,
          cells: [format.text(name), number(mean), low === null ? '—' : `${number(low)} – ${number(high)}`, format.number(sheets)],
        }))}
      />
      <FactTable
        label={m.campaigns_agreement()}
        rows={[
          [m.campaigns_alpha(), number(agreement.alpha)],
          [m.campaigns_kendall(), number(agreement.kendallW)],
          [m.campaigns_icc(), number(agreement.icc)],
        ]}
      />
      <p className={styles.note}>{m.campaigns_agreement_note()}</p>
    </Card>
  );
}
