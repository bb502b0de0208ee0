import type { Account } from '@zhiheng/contract/identity/accounts';

/** The fields of a person as the form holds them. */
export interface AccountValues {
  readonly name: string;
  readonly roles: string[];
  readonly teamIds?: string[];
  readonly leadIds?: string[];
}

export const valuesOf = (account: Account) => ({
  name: account.name,
  roles: account.roles,
  teamIds: account.teams.map((team) => team.id),
  leadIds: account.teams.filter((team) => team.lead).map((team) => team.id),
});

export const membershipsOf = ({ teamIds = [], leadIds = [] }: AccountValues) =>
  teamIds.map((teamId) => ({ teamId, lead: leadIds.includes(teamId) }));
