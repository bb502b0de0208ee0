import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ApiKeyDialog } from './api-key-dialog.tsx';
import { ApiKeysTable } from './api-keys-table.tsx';
import { apiKeysQuery } from './api-keys.query.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';

export function ApiKeysPage() {
  const query = useQuery(apiKeysQuery);
  const [adding, setAdding] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {m.admin_key_add()}
    </Button>
  );
  const line = (
    <>
      {m.admin_keys_line()} <a href="/api/docs">{m.admin_api_docs()}</a>
    </>
  );
  return (
    <>
      <PageHeader title={m.shell_nav_api_keys()} line={line} actions={add} />
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: m.admin_keys_none(), words: m.admin_keys_none_words(), action: add }}
      >
        {({ items }) => <ApiKeysTable apiKeys={items} />}
      </QueryView>
      <ApiKeyDialog open={adding} onClose={() => setAdding(false)} onKey={setKey} />
      <NewKeyDialog apiKey={key} onClose={() => setKey(null)} />
    </>
  );
}
