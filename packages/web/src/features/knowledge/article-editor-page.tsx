import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { createArticle, updateArticle, type Article } from '@zhiheng/contract/knowledge/knowledge';
import { Form } from 'antd';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { showFieldProblems } from '../../ui/form-dialog.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ForbiddenState } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { draftOf, sourceCaseQuery } from './article-of-case.ts';
import { ArticleForm } from './article-form.tsx';
import { bodyOf, emptyArticle, valuesOf, type ArticleValues } from './article-values.ts';
import { articleQuery } from './knowledge.query.ts';

const route = getRouteApi('/app/knowledge/$id/edit');
const newRoute = getRouteApi('/app/knowledge/new');

export function NewArticlePage() {
  const { case: number = '' } = newRoute.useSearch();
  const may = useMay();
  const source = useQuery({ ...sourceCaseQuery(number), enabled: number !== '' && may('cases.read') });
  if (!may('knowledge.write')) return <ForbiddenState />;
  return (
    <>
      <PageHeader
        title={m.knowledge_new()}
        line={number === '' ? m.knowledge_editor_line() : m.knowledge_from_case({ number })}
        actions={<Link to="/app/knowledge">{m.knowledge_back()}</Link>}
      />
      {number === '' ? (
        <Editor article={undefined} />
      ) : (
        <QueryView query={source}>{(found) => <Editor article={undefined} source={found} />}</QueryView>
      )}
    </>
  );
}

export function ArticleEditorPage() {
  const { id } = route.useParams();
  const may = useMay();
  const query = useQuery(articleQuery(id));
  if (!may('knowledge.write')) return <ForbiddenState />;
  return (
    <>
      <PageHeader
        title={m.knowledge_edit_title()}
        line={m.knowledge_editor_line()}
        actions={
          <Link to="/app/knowledge/$id" params={{ id }}>
            {m.knowledge_back_to_article()}
          </Link>
        }
      />
      <QueryView query={query}>{(article) => <Editor article={article} />}</QueryView>
    </>
  );
}

interface EditorProps {
  readonly article: Article | undefined;
  /** the case from which a new one is written */
  readonly source?: ServiceCase;
}

function Editor({ article, source }: EditorProps) {
  const navigate = useNavigate();
  const [form] = Form.useForm<ArticleValues>();
  const save = useMutation({
    mutationFn: (values: ArticleValues) => {
      const body = bodyOf(values);
      if (article === undefined) return call(createArticle, { body: { ...body, caseIds: source === undefined ? [] : [source.id] } });
      return call(updateArticle, { params: { id: article.id }, body: { ...body, version: article.version } });
    },
    meta: { showsError: true, done: m.knowledge_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => void navigate({ to: '/app/knowledge/$id', params: { id } }),
  });
  return (
    <ArticleForm
      form={form}
      initialValues={article === undefined ? (source === undefined ? emptyArticle : draftOf(source)) : valuesOf(article)}
      pending={save.isPending}
      error={save.error}
      onSubmit={(values) => save.mutate(values)}
    />
  );
}
