import type { Parsed } from '@zhiheng/contract/endpoint';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { getCase as endpoint } from '@zhiheng/contract/cases/cases';
import { sql } from 'kysely';
import { readCase } from './read-case.ts';
import { visibleTo } from './visible-cases.ts';
import type { Operation } from '../../platform/operation.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const getCase = (operation: Operation, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<ServiceCase> =>
  readCase(operation, sql`${named(params.id)} and ${visibleTo(operation.actor)}`);

const named = (id: string) => (uuid.test(id) ? sql`c.id = ${id}` : sql`c.number = ${id.toUpperCase()}`);
