import { useQuery } from '@tanstack/react-query';
import type { CaseCategory } from '@zhiheng/contract/cases/categories';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { categoriesQuery } from '../cases.query.ts';
import { CategoriesTable } from './categories-table.tsx';
import { CategoryDialog, type CategoryDraft } from './category-dialog.tsx';

/** The tree by which cases are sorted, routed and counted. */
export function CaseCategoriesPage() {
  const format = useFormat();
  const may = useMay();
  const query = useQuery(categoriesQuery);
  const [draft, setDraft] = useState<CategoryDraft | null>(null);
  const categories: readonly CaseCategory[] = query.data ?? [];
  const add = may('cases.define') ? (
    <Button type="primary" onClick={() => setDraft({ category: null, parentId: null })}>
      {m.cases_categories_add()}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={m.cases_nav_categories()}
        line={query.data === undefined ? undefined : m.cases_categories_line({ n: format.number(categories.length) })}
        actions={categories.length === 0 ? undefined : add}
      />
      <QueryView
        query={query}
        isEmpty={(items) => items.length === 0}
        empty={{ title: m.cases_categories_none(), words: m.cases_categories_none_text(), action: add }}
      >
        {(items) => <CategoriesTable categories={items} mayDefine={may('cases.define')} onEdit={setDraft} />}
      </QueryView>
      {draft === null ? null : <CategoryDialog draft={draft} categories={categories} onClose={() => setDraft(null)} />}
    </>
  );
}
