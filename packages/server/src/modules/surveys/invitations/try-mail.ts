import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { previewMail as previewEndpoint, testMail as testEndpoint } from '@zhiheng/contract/surveys/distributions';
import type { LocalText } from '@zhiheng/contract/values/text';
import { sql } from 'kysely';
import { conflict, invalid, notFound } from '../../../platform/errors.ts';
import { baseOf, type Links } from '../../../platform/http/public-links.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { queueMail } from '../../mail/index.ts';
import { runAddress } from '../distributions/survey-link.ts';
import { faultsOfWords, invitationMail } from './invitation-mail.rules.ts';

type Tried = Pick<Parsed<typeof previewEndpoint>, 'params' | 'body'>;

/** A mail as whoever tries it would read it. Its link has the right length and leads nowhere: nobody answers by trying. */
export const previewMail =
  (links: Links) =>
  async (call: Call, tried: Tried): Promise<Reply<typeof previewEndpoint>> => {
    const { subject, body } = (await readTried(call, links, tried)).mail;
    return { subject, body };
  };

/** Sends it to whoever tries it. */
export const testMail =
  (links: Links) =>
  async (call: Call, tried: Tried): Promise<Reply<typeof testEndpoint>> => {
    const { mail, way, to } = await readTried(call, links, tried);
    if (to === null) throw conflict('no_own_address');
    const { subject, body: text, language } = mail;
    const key = `survey-test:${newId()}`;
    if (!(await queueMail(call, { to, subject: marks[language] + subject, text, key, language }))) throw conflict('mail_off');
    const entity = { kind: 'survey-distribution', id: tried.params.id, label: way.name.zh };
    await recordEvent(call, { type: 'survey-distribution.mail-tested', entity, data: { time: tried.body.time } });
    return { to };
  };

const marks = { zh: '【测试】', en: '[Test] ' } as const;
const example = 'x'.repeat(43);

interface Way {
  readonly name: LocalText;
  readonly survey: LocalText;
  readonly organisation: string;
  /** of the person who tries; a program has none */
  readonly person: string | null;
  readonly to: string | null;
}

async function readTried(call: Call, links: Links, { params, body: { time, language, words } }: Tried) {
  const faults = words === null ? [] : faultsOfWords(words);
  if (faults.length > 0) throw invalid(faults.map((fault) => ({ ...fault, path: `words.${fault.path}` })));
  const { rows } = await sql<Way>`
    select d.name, s.name as survey, o.name as organisation, a.name as person, a.email as "to"
    from survey_distribution d join survey s on s.org_id = ${call.orgId} and s.id = d.survey_id and s.deleted_at is null
    join organisation o on o.org_id = ${call.orgId} left join account a on a.org_id = ${call.orgId} and a.id = ${call.actor.id}
    where d.org_id = ${call.orgId} and d.id = ${params.id}`.execute(call.db);
  const [way] = rows;
  if (way === undefined) throw notFound('survey_distribution');
  const link = runAddress(baseOf(links, call.request), example);
  const { survey, organisation, person } = way;
  return { way, to: way.to, mail: invitationMail({ name: person ?? '', language, survey, organisation, link, words }, time) };
}
