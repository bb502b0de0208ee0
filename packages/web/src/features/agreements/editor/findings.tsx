import { m } from '../../../paraglide/messages.js';
import type { Finding } from '../agreements.query.ts';
import { fieldText, valueText } from '../condition-text.ts';
import styles from './editor.module.css';

/** Those of a place and of what lies in it: `scope`, `targets.2`. */
export const findingsAt = (findings: readonly Finding[], place: string): Finding[] =>
  findings.filter(({ where }) => where === place || where.startsWith(`${place}.`));

export function findingText({ code, params }: Finding): string {
  const given = (name: string) => (params[name] === undefined ? '' : String(params[name]));
  return m.agreements_finding({
    code,
    field: given('field') === '' ? '' : fieldText(given('field')),
    value: given('value') === '' ? '' : valueText(given('value')),
    step: given('step'),
    most: given('most'),
  });
}

/** What is wrong or hardly meant, beside the thing itself. The same words are said once. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const told = new Map(findings.map((finding) => [findingText(finding), finding.severity]));
  if (told.size === 0) return null;
  return (
    <ul className={styles.findings}>
      {[...told].map(([words, severity]) => (
        <li key={words} className={severity === 'fault' ? styles.fault : styles.warning}>
          <span aria-hidden="true">{severity === 'fault' ? '■' : '▲'}</span>{' '}
          <span className="visually-hidden">{severity === 'fault' ? m.agreements_fault() : m.agreements_warning()}</span> {words}
        </li>
      ))}
    </ul>
  );
}
