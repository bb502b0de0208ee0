import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Finding } from '../agreements.query.ts';
import { BasicsCard } from './basics-card.tsx';
import { ScopeCard } from './scope-card.tsx';
import { StepsCard } from './steps-card.tsx';
import { TargetsCard } from './targets-card.tsx';
import { TermsCard } from './terms-card.tsx';
import styles from './editor.module.css';

export interface CardProps {
  readonly definition: AgreementDefinition;
  readonly findings: readonly Finding[];
  readonly onChange: (part: Partial<AgreementDefinition>) => void;
}

interface Props extends CardProps {
  readonly name: LocalText;
  readonly onName: (name: LocalText) => void;
}

/** The parts of a draft, in the order in which one speaks about it. */
export function DraftCards({ name, onName, ...card }: Props) {
  return (
    <div className={styles.cards}>
      <BasicsCard name={name} onName={onName} {...card} />
      <ScopeCard {...card} />
      <TargetsCard {...card} />
      <StepsCard {...card} />
      <TermsCard {...card} />
    </div>
  );
}
