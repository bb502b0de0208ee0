import { subjectFilter, type SubjectFilter } from '@zhiheng/contract/measurement/observations';

// An address typed or kept from somewhere else may hold anything: what does not fit is left out, the page still opens.
const { serviceId, teamId, siteId, segmentId } = subjectFilter.shape;
export const subjectSearchFields = {
  serviceId: serviceId.catch(undefined),
  teamId: teamId.catch(undefined),
  siteId: siteId.catch(undefined),
  segmentId: segmentId.catch(undefined),
};

/** The filter in a page's search, without the rest. */
export const filterIn = ({ serviceId, teamId, siteId, segmentId }: SubjectFilter): SubjectFilter => ({
  serviceId,
  teamId,
  siteId,
  segmentId,
});

export const isFiltered = (filter: SubjectFilter): boolean => Object.values(filterIn(filter)).some((value) => value !== undefined);
