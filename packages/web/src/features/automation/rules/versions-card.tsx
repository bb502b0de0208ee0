import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { versionsQuery } from '../automation.query.ts';
import styles from '../automation.module.css';
import { useRuleSentence } from './use-rule-sentence.ts';

/** What the rule said at every save. */
export function VersionsCard({ id }: { readonly id: string }) {
  const format = useFormat();
  const sentence = useRuleSentence();
  const query = useQuery(versionsQuery(id));
  return (
    <Card title={m.automation_versions()}>
      <QueryView query={query} skeleton={<Skeleton rows={3} />}>
        {(versions) => (
          <ol className={styles.versions} reversed>
            {versions.map(({ version, active, definition, savedAt, savedBy }) => (
              <li key={version}>
                <span className={styles.quiet}>
                  {m.automation_version_of({ version, at: format.dateTime(savedAt), by: savedBy ?? m.admin_system() })}
                  {' · '}
                  {active ? m.automation_on() : m.automation_off()}
                </span>
                {sentence(definition)}
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </Card>
  );
}
