import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { CoderPair, getCoderAgreement as endpoint } from '@zhiheng/contract/fieldwork/agreement';
import type { FieldCode } from '@zhiheng/contract/fieldwork/codes';
import type { Call } from '../../../platform/operation.ts';
import { readCodes } from '../codes/code-rows.ts';
import { findStudy } from '../studies/read-study.ts';
import { addTables, codersAgree, codeTable, noSentences, sentenceStretches, type Stretch } from './code-agreement.rules.ts';

interface Mark extends Stretch {
  readonly coderId: string;
  readonly codeIds: readonly string[];
}

interface CodedNotes {
  readonly notes: string;
  readonly marks: readonly Mark[];
}

type Person = { readonly id: string; readonly name: string };

export async function readCoderAgreement(call: Call, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<Reply<typeof endpoint>> {
  await findStudy(call, params.id);
  const coded = await readCoded(call, params.id);
  const people = await readCoders(call, [...new Set(coded.flatMap(({ marks }) => marks.map(({ coderId }) => coderId)))]);
  const codes = await readCodes(call, params.id);
  const pairs = people.flatMap((first, at) => people.slice(at + 1).map((second) => pairOf({ first, second }, coded, codes)));
  return { pairs: pairs.filter(({ sessions }) => sessions > 0) };
}

async function readCoded({ db, orgId }: Call, studyId: string): Promise<CodedNotes[]> {
  const { rows } = await sql<CodedNotes>`
    select e.notes, jsonb_agg(jsonb_build_object('coderId', q.coder_id, 'start', q.begins, 'end', q.ends,
      'codeIds', array(select x.code_id from field_quote_code x where x.org_id = ${orgId} and x.quote_id = q.id))) as marks
    from field_session e join field_quote q on q.org_id = ${orgId} and q.session_id = e.id and not q.lost and q.coder_id is not null
    where e.org_id = ${orgId} and e.study_id = ${studyId} and e.deleted_at is null group by e.id, e.notes, e.number order by e.number`.execute(
    db,
  );
  return rows;
}

async function readCoders({ db, orgId }: Call, ids: readonly string[]): Promise<Person[]> {
  const { rows } =
    await sql<Person>`select id, name from account where org_id = ${orgId} and id = any(${[...ids]}::uuid[]) order by name, id`.execute(db);
  return rows;
}

/** Notes count that both have coded: whoever left a session out has not said that nothing is in it. */
function pairOf(
  { first, second }: { readonly first: Person; readonly second: Person },
  coded: readonly CodedNotes[],
  codes: readonly FieldCode[],
): CoderPair {
  const both = coded
    .filter(({ marks }) => [first, second].every(({ id }) => marks.some(({ coderId }) => coderId === id)))
    .map(({ notes, marks }) => ({ sentences: sentenceStretches(notes), marks }));
  const tableOf = (codeId: string) =>
    both
      .map(({ sentences, marks }) => {
        const of = (coder: Person) => marks.filter((mark) => mark.coderId === coder.id && mark.codeIds.includes(codeId));
        return codeTable(sentences, of(first), of(second));
      })
      .reduce(addTables, noSentences);
  const used = new Set(
    both.flatMap(({ marks }) => marks.flatMap(({ coderId, codeIds }) => (coderId === first.id || coderId === second.id ? codeIds : []))),
  );
  return {
    first: first.name,
    second: second.name,
    sessions: both.length,
    sentences: both.reduce((sum, { sentences }) => sum + sentences.length, 0),
    codes: codes
      .filter(({ id }) => used.has(id))
      .map(({ id, name }) => {
        const table = tableOf(id);
        return { codeId: id, name, ...table, ...codersAgree(table) };
      }),
  };
}
