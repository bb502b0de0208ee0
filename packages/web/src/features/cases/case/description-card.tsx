import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import styles from './description-card.module.css';

/** What was said when the case was opened. */
export function DescriptionCard({ shown }: { readonly shown: ServiceCase }) {
  if (shown.description === '') return null;
  return (
    <Card title={m.cases_description()}>
      <p className={styles.description}>{shown.description}</p>
    </Card>
  );
}
