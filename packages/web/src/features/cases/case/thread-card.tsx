import type { CaseEntry, ServiceCase } from '@zhiheng/contract/cases/case';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { EntryItem } from './entry-item.tsx';
import styles from './thread.module.css';

interface Props {
  readonly shown: ServiceCase;
  readonly composer: ReactNode;
}

const isTalk = ({ kind }: CaseEntry): boolean => kind === 'reply' || kind === 'message';

/** What happened on the case, newest first, and where one writes. */
export function ThreadCard({ shown, composer }: Props) {
  const format = useFormat();
  const { entries } = shown;
  const talk = entries.filter(isTalk);
  const files = entries.flatMap(({ attachments }) => attachments);
  const n = (list: readonly unknown[]) => ({ n: format.number(list.length) });
  return (
    <Card>
      {composer}
      <Tabs
        items={[
          {
            key: 'all',
            label: m.cases_tab_thread(n(entries)),
            children: <EntryList entries={entries} none={{ title: m.cases_no_entries(), words: m.cases_no_entries_text() }} />,
          },
          { key: 'talk', label: m.cases_tab_talk(n(talk)), children: <EntryList entries={talk} none={{ title: m.cases_no_talk() }} /> },
          {
            key: 'files',
            label: m.cases_tab_files(n(files)),
            children: files.length === 0 ? <EmptyState title={m.cases_no_files()} /> : <AttachmentList files={files} />,
          },
        ]}
      />
    </Card>
  );
}

interface ListProps {
  readonly entries: readonly CaseEntry[];
  readonly none: { readonly title: string; readonly words?: string };
}

function EntryList({ entries, none }: ListProps) {
  if (entries.length === 0) return <EmptyState {...none} />;
  return (
    <ol className={styles.thread} reversed>
      {entries.toReversed().map((entry) => (
        <EntryItem key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}
