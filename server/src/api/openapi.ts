import { api, type ErrorCategory, httpStatus, type RouteShape, wireError } from '@ajar/shared';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';

export type OpenApi = ReturnType<typeof createDocument>;

let document: OpenApi | undefined;

/** The OpenAPI 3.1 document of every route, derived from the contract once. */
export function openApiDocument(): OpenApi {
  document ??= createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Ajar',
      version: '0.1.0',
      description:
        'The REST routes of Ajar. Live matters (doors, the coffee table, who is around) travel over its socket.',
    },
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'ajar.session_token', description: 'Set by signing in' },
      },
    },
    paths: paths(),
  });
  return document;
}

const routes: readonly RouteShape[] = Object.values(api);

function paths(): ZodOpenApiPathsObject {
  const found: ZodOpenApiPathsObject = {};
  for (const [name, route] of Object.entries(api)) {
    found[route.path] = { ...found[route.path], [route.method]: operation(name, route) };
  }
  return found;
}

const whoMayCall: Readonly<Record<RouteShape['access'], string>> = {
  anyone: 'Anyone.',
  'signed-in': 'Whoever is signed in.',
  member: 'Members of a programme.',
  staff: 'Programme staff.',
};

const errorBody = wireError.meta({ id: 'Error', description: 'The one shape every error has' });

const refusals: Readonly<Record<RouteShape['access'], readonly ErrorCategory[]>> = {
  anyone: [],
  'signed-in': ['not-signed-in'],
  member: ['not-signed-in', 'not-allowed'],
  staff: ['not-signed-in', 'not-allowed'],
};

function operation(name: string, route: RouteShape): ZodOpenApiOperationObject {
  const { params, body, reply } = route;
  const categories: ErrorCategory[] = [...(params || body ? (['bad-input'] as const) : []), ...refusals[route.access]];
  const refused = { content: { 'application/json': { schema: errorBody } } };
  return {
    operationId: name,
    summary: route.summary,
    description: `For: ${whoMayCall[route.access]}`,
    tags: [route.tag],
    security: route.access === 'anyone' ? [] : [{ session: [] }],
    ...(params ? { requestParams: { path: params } } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: reply } } },
      ...Object.fromEntries(
        categories.map((category) => [httpStatus[category], { description: category, ...refused }]),
      ),
      default: { description: 'What went wrong, in words for the person', ...refused },
    },
  };
}
