import type { Parsed } from '@zhiheng/contract/endpoint';
import type { ServiceCase } from '@zhiheng/contract/cases/case';
import type { getCase as endpoint } from '@zhiheng/contract/cases/cases';
import { sql } from 'kysely';
import { readCase } from './read-case.ts';
import type { Operation } from '../../platform/operation.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const getCase = (operation: Operation, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<ServiceCase> =>
  readCase(operation, uuid.test(params.id) ? sql`c.id = ${params.id}` : sql`c.number = ${params.id.toUpperCase()}`);
