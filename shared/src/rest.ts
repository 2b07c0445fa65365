import { z } from 'zod';
import { tableNews } from './coffee.ts';
import { admission, encounter } from './encounters.ts';
import { doorId, encounterId, memberId } from './ids.ts';
import type { moreRoutes } from './more-routes.ts';
import { me, member, personName, profile } from './people.ts';
import { pushSubscription } from './push.ts';
import { doorWait } from './waits.ts';

/** One REST route: the single source of its server check, its client types and its page in the OpenAPI document. */
export interface RouteShape {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express and OpenAPI alike: `{name}` marks a parameter. */
  path: `/api/${string}`;
  summary: string;
  tag: string;
  /** Who may call it. */
  access: 'anyone' | 'signed-in' | 'member' | 'staff';
  params?: z.ZodObject;
  body?: z.ZodObject;
  reply: z.ZodType;
}

function defineRoutes<const R extends Record<string, RouteShape>>(routes: R): R {
  return routes;
}

const nothing = z.object({});

/** What the sign-in page can offer here. */
export const signInOptions = z.object({
  demo: z
    .array(z.object({ email: z.email(), name: personName, line: z.string() }))
    .meta({ description: 'Empty: no demo' }),
  sso: z.object({ name: z.string() }).nullable(),
  outbox: z.boolean().meta({ description: 'No mail server is set: mail lands in the local outbox' }),
  programName: z.string().nullable(),
});
export type SignInOptions = z.infer<typeof signInOptions>;

export const newMember = z.object({ name: personName, email: z.email(), staff: z.boolean().default(false) });

/** What a page calls from the start. The client fetches `moreRoutes` when the first of them is called. */
export const firstRoutes = defineRoutes({
  signInOptions: {
    method: 'get',
    path: '/api/sign-in-options',
    summary: 'Ways to sign in here',
    tag: 'accounts',
    access: 'anyone',
    reply: signInOptions,
  },
  demoSignIn: {
    method: 'post',
    path: '/api/demo/sign-in',
    summary: 'Continue as a person of the demo programme (embedded database on loopback only); sets the session cookie',
    tag: 'accounts',
    access: 'anyone',
    body: z.object({ email: z.email() }),
    reply: nothing,
  },
  me: {
    method: 'get',
    path: '/api/me',
    summary: 'The signed-in person',
    tag: 'people',
    access: 'signed-in',
    reply: me,
  },
  setProfile: {
    method: 'patch',
    path: '/api/me/profile',
    summary: 'Change what one’s own name plate says',
    tag: 'people',
    access: 'member',
    body: profile.partial(),
    reply: member,
  },
  tableNews: {
    method: 'get',
    path: '/api/coffee/news',
    summary: 'When the table is usually busy, how one likes to sit, and until when one is called',
    tag: 'coffee',
    access: 'member',
    reply: tableNews,
  },
  doorWait: {
    method: 'get',
    path: '/api/doors/{doorId}/wait',
    summary: 'How long it is until one’s visit begins at a busy door, learnt from visits there; also before one waits',
    tag: 'doors',
    access: 'member',
    params: z.object({ doorId }),
    reply: doorWait,
  },
  members: {
    method: 'get',
    path: '/api/members',
    summary: 'Everybody in the programme',
    tag: 'programs',
    access: 'staff',
    reply: z.object({ members: z.array(member) }),
  },
  addMember: {
    method: 'post',
    path: '/api/members',
    summary: 'Add a person to the programme; they sign in with this address',
    tag: 'programs',
    access: 'staff',
    body: newMember,
    reply: member,
  },
  block: {
    method: 'put',
    path: '/api/blocks/{memberId}',
    summary: 'Block a member: neither sees the other’s door and they are never paired. They are not told',
    tag: 'people',
    access: 'member',
    params: z.object({ memberId }),
    reply: nothing,
  },
  unblock: {
    method: 'delete',
    path: '/api/blocks/{memberId}',
    summary: 'Lift one’s own block',
    tag: 'people',
    access: 'member',
    params: z.object({ memberId }),
    reply: nothing,
  },
  enter: {
    method: 'post',
    path: '/api/encounters/{encounterId}/enter',
    summary:
      'A fresh admission to an encounter one belongs to: on opening its address, or when the room token has run out',
    tag: 'encounters',
    access: 'member',
    params: z.object({ encounterId }),
    reply: admission,
  },
  encounters: {
    method: 'get',
    path: '/api/encounters',
    summary: 'One’s own encounters, newest first: with whom, when, how long. The last hundred',
    tag: 'encounters',
    access: 'member',
    reply: z.object({ encounters: z.array(encounter) }),
  },
  pushKey: {
    method: 'get',
    path: '/api/push/key',
    summary: 'The public key a browser subscribes to push messages with (VAPID, RFC 8292)',
    tag: 'push',
    access: 'member',
    reply: z.object({ publicKey: z.string() }),
  },
  subscribe: {
    method: 'put',
    path: '/api/push/subscription',
    summary: 'Let this browser be told things while no page of ours is open in it',
    tag: 'push',
    access: 'member',
    body: pushSubscription,
    reply: nothing,
  },
  unsubscribe: {
    method: 'post',
    path: '/api/push/unsubscribe',
    summary: 'Tell this browser nothing any more',
    tag: 'push',
    access: 'member',
    body: pushSubscription.pick({ endpoint: true }),
    reply: nothing,
  },
});

/** Every route there is. */
export type Api = typeof firstRoutes & typeof moreRoutes;
export type RouteName = keyof Api;
export type RouteReply<N extends RouteName> = z.infer<Api[N]['reply']>;
export type RouteBody<N extends RouteName> = Api[N] extends { body: z.ZodType } ? z.infer<Api[N]['body']> : undefined;
export type RouteParams<N extends RouteName> = Api[N] extends { params: z.ZodType }
  ? z.infer<Api[N]['params']>
  : undefined;

/** A route's path with its parameters filled in. */
export function pathOf(path: string, params: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
