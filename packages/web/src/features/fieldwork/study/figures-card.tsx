import type { FieldResults } from '@zhiheng/contract/fieldwork/results';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FigureDots } from './figure-dots.tsx';
import { shortNames } from './short-names.ts';
import styles from '../fieldwork.module.css';

/** Measures of 0 to 100, and beneath them the items of one scale after the other. */
export function FiguresCard({ results: { measures, items } }: { readonly results: FieldResults }) {
  const format = useFormat();
  const scored = measures.filter(({ kind }) => kind === 'csi');
  const scales = [...new Set(items.map(({ min, max }) => `${min} ${max}`))];
  if (scored.length === 0 && items.length === 0) return null;
  return (
    <div className={styles.stack}>
      {scored.length === 0 ? null : (
        <Card title={m.fieldwork_measures()} aside={m.fieldwork_of_100()}>
          <FigureDots
            label={m.fieldwork_measures()}
            rows={scored.map((measure) => ({ ...measure, key: `${measure.key}.${measure.part ?? ''}`, name: format.text(measure.name) }))}
            min={0}
            max={100}
          />
        </Card>
      )}
      {scales.map((scale) => {
        const [min = 0, max = 1] = scale.split(' ').map(Number);
        const those = items.filter((item) => item.min === min && item.max === max);
        const names = shortNames(those.map(({ name }) => format.text(name)));
        const title = m.fieldwork_items_of({ min: format.number(min), max: format.number(max) });
        return (
          <Card key={scale} title={title}>
            <FigureDots label={title} rows={those.map((item, at) => ({ ...item, name: names[at] ?? item.key }))} min={min} max={max} />
          </Card>
        );
      })}
    </div>
  );
}
