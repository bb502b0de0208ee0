import { useMutation } from '@tanstack/react-query';
import { caseType, type CaseType } from '@zhiheng/contract/cases/case';
import { createCaseCategory, updateCaseCategory, type CaseCategory } from '@zhiheng/contract/cases/categories';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { CodeField } from '../../../ui/code-field.tsx';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { usePartOptions } from '../../subjects/index.ts';
import { categoryTree } from '../fields/category-options.ts';
import { optionsOf, typeWords } from '../words/case-words.ts';

export interface CategoryDraft {
  /** null for one that is being made */
  readonly category: CaseCategory | null;
  readonly parentId: string | null;
}
interface Values {
  readonly name: LocalText;
  readonly code: string;
  readonly parentId?: string | null;
  readonly types: CaseType[];
  readonly teamId?: string | null;
}
interface Props {
  readonly draft: CategoryDraft;
  readonly categories: readonly CaseCategory[];
  readonly onClose: () => void;
}

function saveCategory({ category }: CategoryDraft, { name, code, parentId = null, types, teamId = null }: Values) {
  const body = { name, parentId, types, teamId };
  return category === null
    ? call(createCaseCategory, { body: { ...body, code } })
    : call(updateCaseCategory, { params: { id: category.id }, body });
}

const valuesOf = ({ category, parentId }: CategoryDraft): Values =>
  category === null ? { name: { zh: '', en: '' }, code: '', parentId, types: [], teamId: null } : { ...category, parentId };

export function CategoryDialog({ draft, categories, onClose }: Props) {
  const format = useFormat();
  const teams = usePartOptions().team;
  const [form] = Form.useForm<Values>();
  const { category } = draft;
  const save = useMutation({
    mutationFn: (values: Values) => saveCategory(draft, values),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: (saved) => {
      const words = { name: format.text(saved.name) };
      showToast({ tone: 'good', words: category === null ? m.cases_categories_created(words) : m.cases_categories_saved(words) });
      onClose();
    },
  });
  // A category cannot hang below itself.
  const parents = categoryTree(categories).filter(({ path }) => !path.some(({ id }) => id === category?.id));
  return (
    <FormDialog
      title={category === null ? m.cases_categories_add() : m.cases_categories_edit()}
      open
      onClose={onClose}
      form={form}
      initialValues={valuesOf(draft)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.shell_save()}
    >
      <LocalTextFields name="name" suggestsCode={category === null} />
      {category === null ? <CodeField /> : null}
      <Form.Item name="parentId" label={m.cases_categories_parent()}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={m.cases_categories_parent_none()}
          options={parents.map(({ category: one, path }) => ({
            value: one.id,
            label: path.map(({ name }) => format.text(name)).join(' / '),
          }))}
        />
      </Form.Item>
      <Form.Item name="types" label={m.cases_categories_types()}>
        <Select mode="multiple" placeholder={m.cases_categories_types_all()} options={optionsOf(typeWords, caseType.options)} />
      </Form.Item>
      <Form.Item name="teamId" label={m.cases_categories_team()}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={m.cases_categories_team_none()}
          options={teams.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
