import { projectState, projectTemplate } from '@zhiheng/contract/improvement/project-kind';
import { id } from '@zhiheng/contract/values/page';
import { z } from 'zod';

export const projectsSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  state: projectState.optional().catch(undefined),
  template: projectTemplate.optional().catch(undefined),
  edit: z.literal('new').optional().catch(undefined),
  /** the finding that a new project is for */
  finding: id.optional().catch(undefined),
});
export type ProjectsSearch = z.infer<typeof projectsSearch>;

export const projectSearch = z.object({ view: z.enum(['board', 'timeline', 'history']).optional().catch(undefined) });
export type ProjectSearch = z.infer<typeof projectSearch>;
