import type { Api, RouteBody, RouteName, RouteParams, RouteReply, RouteShape } from '@ajar/shared';
import { AjarError } from '@ajar/shared';
import type { Request, Response } from 'express';
import { isMember, type MemberViewer, type Viewer } from './viewer.ts';

type ViewerOf<Access extends RouteShape['access']> = Access extends 'anyone'
  ? Viewer | null
  : Access extends 'signed-in'
    ? Viewer
    : MemberViewer;

/** One call of a route, checked: who calls, what with. */
export type Call<Name extends RouteName> = {
  viewer: ViewerOf<Api[Name]['access']>;
  params: RouteParams<Name>;
  body: RouteBody<Name>;
  request: Request;
  response: Response;
};

export type Handler<Name extends RouteName> = (call: Call<Name>) => Promise<RouteReply<Name>> | RouteReply<Name>;

/** A handler for every route: leaving one out is a compile error. */
export type ApiHandlers = { [Name in RouteName]: Handler<Name> };

/** The handlers one feature brings; the parts together make `ApiHandlers`. */
export type ApiPart<Name extends RouteName> = Pick<ApiHandlers, Name>;

/**
 * The one rule of who may call what.
 * @throws AjarError `not-signed-in`, `no-program` or `staff-only`.
 */
export function admit(access: RouteShape['access'], viewer: Viewer | null): void {
  if (access === 'anyone') return;
  if (!viewer) throw new AjarError('not-signed-in', 'not-signed-in', 'You are not signed in. Sign in and try again.');
  if (access === 'signed-in') return;
  if (!isMember(viewer)) {
    const message = 'You are not in a programme yet. Ask its staff to add your e-mail address.';
    throw new AjarError('not-allowed', 'no-program', message);
  }
  if (access === 'staff' && !viewer.member.staff) {
    throw new AjarError('not-allowed', 'staff-only', 'Only programme staff can do this. Nothing was changed.');
  }
}
