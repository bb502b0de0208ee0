import { sql } from 'kysely';
import { form as formSchema, type Form } from '@zhiheng/forms/definition';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createFieldStudy as endpoint, FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { givenFields } from '../../../platform/changes-between.ts';
import { invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkPlan, type StudyPlan } from './check-plan.ts';
import { findTemplate, templateOfKind } from './guide-templates.ts';
import { findStudy } from './read-study.ts';
import { nextStudyCode } from './study-code.ts';
import { entityOf } from './study-rows.ts';

type Body = Parsed<typeof endpoint>['body'];

export const createStudy =
  (instrumentsFolder: string) =>
  async (call: Call, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<FieldStudy> => {
    const { form, previousId, plan: copied } = await originOf(call, instrumentsFolder, body);
    const { form: _form, template: _template, copyOf: _copyOf, kind, ...given } = body;
    const plan: StudyPlan = { ...usualPlan, ...copied, ...givenFields(given), name: body.name };
    await checkPlan(call, plan);
    const [id, code] = [newId(), await nextStudyCode(call)];
    const { db, orgId, now, actor } = call;
    await sql`
      insert into field_study (org_id, id, code, name, kind, purpose, service_id, from_day, until_day, wanted, raters, form, previous_id, created_at,
        updated_at, updated_by)
      values (${orgId}, ${id}, ${code}, ${JSON.stringify(plan.name)}::jsonb, ${kind}, ${JSON.stringify(plan.purpose)}::jsonb, ${plan.serviceId}::uuid,
        ${plan.from}::date, ${plan.until}::date, ${plan.wanted}, ${plan.raters}, ${JSON.stringify(form)}::jsonb, ${previousId}::uuid, ${now}, ${now},
        ${actor.accountId}::uuid)`.execute(db);
    await recordEvent(call, {
      type: 'fieldwork.study-created',
      entity: entityOf({ id, name: plan.name }),
      data: { code, kind, previousId },
    });
    return findStudy(call, id);
  };

const usualPlan = { purpose: { zh: '', en: '' }, serviceId: null, from: null, until: null, wanted: null, raters: 1 } as const;

interface Origin {
  readonly form: Form;
  readonly previousId: string | null;
  readonly plan: Partial<StudyPlan>;
}

async function originOf(operation: Operation, folder: string, { name, kind, form, template, copyOf }: Body): Promise<Origin> {
  if ([form, template, copyOf].filter((one) => one !== undefined).length > 1) throw invalidField('form', 'one_origin');
  const fresh = { previousId: null, plan: {} };
  if (template !== undefined) return { form: findTemplate(folder, template).form, ...fresh };
  if (copyOf === undefined) return { form: form ?? templateOfKind(folder, kind)?.form ?? blankForm(name), ...fresh };
  const previous = await findStudy(operation, copyOf);
  if (previous.kind !== kind) throw invalidField('kind', 'kind_of_copy');
  const { purpose, serviceId, wanted, raters } = previous;
  return { form: previous.form, previousId: copyOf, plan: { purpose, serviceId, wanted, raters } };
}

const blankForm = (title: Body['name']): Form =>
  formSchema.parse({ languages: ['zh', 'en'], title, pages: [{ key: 'page_1', questions: [] }] });
