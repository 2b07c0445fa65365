import { z } from 'zod';
import { pageLanguages } from './language.ts';
import type { RouteShape } from './rest.ts';

/** The language of one's pages, mails and notifications. */
export const languageRoutes = {
  setLanguage: {
    method: 'put',
    path: '/api/me/language',
    summary: 'Choose the language of one’s own pages, mails and notifications',
    tag: 'people',
    access: 'member',
    body: z.object({ language: z.enum(pageLanguages) }),
    reply: z.object({}),
  },
} as const satisfies Record<string, RouteShape>;
