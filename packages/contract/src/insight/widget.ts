import { z } from 'zod';

export const widgetKind = z.enum(['kpi', 'trend', 'ranking', 'attention', 'findings', 'projects', 'text']);
export type WidgetKind = z.infer<typeof widgetKind>;

export const widgetWidth = z.enum(['third', 'half', 'full']);
export type WidgetWidth = z.infer<typeof widgetWidth>;
