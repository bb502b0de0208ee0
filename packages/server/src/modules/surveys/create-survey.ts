import { sql } from 'kysely';
import { form as formSchema, type Form } from '@zhiheng/forms/definition';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createSurvey as endpoint, Survey, SurveySettings } from '@zhiheng/contract/surveys/surveys';
import { givenFields } from '../../platform/changes-between.ts';
import { invalidField } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { findInstrument } from './instruments/read-instruments.ts';
import { findSurvey } from './read-survey.ts';
import { settleSettings, usualSettings, withMinimum } from './settle-settings.ts';
import { entityOf } from './survey-rows.ts';

type Body = Parsed<typeof endpoint>['body'];

export const createSurvey =
  (instrumentsFolder: string) =>
  async (call: Call, { body }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<Survey> => {
    const { form, instrument, settings: copied } = await originOf(call, instrumentsFolder, body);
    const given = { ...copied, ...givenFields(body.settings) };
    const settings = await settleSettings(call, body.settings.minimumGroup === undefined ? withMinimum(given) : given);
    const id = newId();
    const code = body.code ?? (await freeCode(call, body.name.en));
    await sql`
      insert into survey (org_id, id, code, name, instrument, form, settings, anonymous, service_id, created_at, updated_at, updated_by)
      values (${call.orgId}, ${id}, ${code}, ${JSON.stringify(body.name)}::jsonb, ${instrument}, ${JSON.stringify(form)}::jsonb,
        ${JSON.stringify(settings)}::jsonb, ${settings.anonymous}, ${settings.serviceId}::uuid, ${call.now}, ${call.now},
        ${call.actor.accountId}::uuid)`.execute(call.db);
    await recordEvent(call, { type: 'survey.created', entity: entityOf({ id, name: body.name }), data: { code, instrument } });
    return findSurvey(call, id);
  };

interface Origin {
  readonly form: Form;
  readonly instrument: string | null;
  readonly settings: SurveySettings;
}

async function originOf(operation: Operation, folder: string, { name, form, instrument, copyOf }: Body): Promise<Origin> {
  if ([form, instrument, copyOf].filter((one) => one !== undefined).length > 1) throw invalidField('form', 'one_origin');
  if (instrument !== undefined) return { form: findInstrument(folder, instrument).form, instrument, settings: usualSettings };
  if (copyOf !== undefined) {
    const { form: copied, instrument: kept, settings } = await findSurvey(operation, copyOf);
    return { form: copied, instrument: kept, settings };
  }
  return { form: form ?? blankForm(name), instrument: null, settings: usualSettings };
}

/** A survey made from nothing begins with one empty page. */
const blankForm = (name: Body['name']): Form =>
  formSchema.parse({ languages: ['zh', 'en'], title: name, pages: [{ key: 'page_1', questions: [] }] });

/** The name in small letters; a number behind it when that is taken, in the trash too. */
async function freeCode({ db, orgId }: Operation, name: string): Promise<string> {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const plain =
    words
      .join('-')
      .replace(/^[0-9-]+/, '')
      .slice(0, 50)
      .replace(/-$/, '') || 'survey';
  const { rows } = await sql<{ code: string }>`
    select code from survey where org_id = ${orgId} and (code = ${plain} or starts_with(code, ${`${plain}-`}))`.execute(db);
  const taken = new Set(rows.map(({ code }) => code));
  for (let number = 2, code = plain; ; number += 1, code = `${plain}-${number - 1}`) if (!taken.has(code)) return code;
}
