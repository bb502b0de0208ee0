import type { Parsed } from '@zhiheng/contract/endpoint';
import type { createNeed as creating, CustomerNeed, updateNeed as updating } from '@zhiheng/contract/feedback/needs';
import { changesBetween, givenFields } from '../../../platform/changes-between.ts';
import { changedMeanwhile, invalidField } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { checkPlaces } from '../inbox/check-places.ts';
import { entityOf, findNeed, lockNeed } from './read-needs.ts';
import { writeNeed, type NeedFields } from './write-need.ts';

const blank: Omit<NeedFields, 'id' | 'kind' | 'name' | 'importance'> = {
  detail: '',
  serviceId: null,
  segmentId: null,
  priority: 'should',
  ownScore: null,
  targetScore: null,
  salesPoint: 1,
  sources: [],
  state: 'noted',
  handedTo: '',
  handedAt: null,
  stateNote: '',
  version: 1,
};

export async function createNeed(call: Call, { body }: Parsed<typeof creating>): Promise<CustomerNeed> {
  const { kind, name, importance } = body;
  const fields = { ...blank, ...givenFields(body), id: newId(), kind, name, importance };
  await checkPlaces(call, fields);
  await writeNeed(call, fields);
  await recordEvent(call, { type: 'customer-need.created', entity: entityOf(fields), data: { kind, importance } });
  return findNeed(call, fields.id);
}

export async function updateNeed(call: Call, { params, body }: Parsed<typeof updating>): Promise<CustomerNeed> {
  const found = await lockNeed(call, params.id);
  const { version, ...given } = body;
  if (version !== found.version) throw changedMeanwhile();
  const before = { ...found, sources: found.sources.map(({ excerpt: _excerpt, ...source }) => source) };
  const fields = givenFields(given);
  const changes = changesBetween<typeof given>(before, fields);
  if (Object.keys(changes).length === 0) return found;
  const handsOver = fields.state === 'handed-over' && before.state !== 'handed-over';
  const after = { ...before, ...fields, version: version + 1, handedAt: handsOver ? call.now.toISOString() : before.handedAt };
  checkState(after);
  await checkPlaces(call, { serviceId: fields.serviceId, segmentId: fields.segmentId });
  await writeNeed(call, after);
  await recordEvent(call, { type: 'customer-need.changed', entity: entityOf(after), data: changes });
  return findNeed(call, params.id);
}

/** Somebody has what was handed over, and who asked for what was declined hears why. */
function checkState({ state, handedTo, stateNote }: Pick<NeedFields, 'state' | 'handedTo' | 'stateNote'>): void {
  if ((state === 'handed-over' || state === 'in-work') && handedTo === '') throw invalidField('handedTo', 'required');
  if (state === 'declined' && stateNote === '') throw invalidField('stateNote', 'required');
}
