import type { oas31 } from 'zod-openapi';
import { type Html, html, page } from '../pages/index.ts';
import { type OpenApi, openApiDocument } from './openapi.ts';
import { outline } from './outline.ts';

let rendered: string | undefined;

/** The OpenAPI document as a page to read. */
export function docsPage(): string {
  rendered ??= render(openApiDocument());
  return rendered;
}

type Operation = NonNullable<NonNullable<OpenApi['paths']>[string]['get']>;
type Route = { method: string; path: string; operation: Operation };
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

function render(document: OpenApi): string {
  const routes = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method): Route[] => (item[method] ? [{ method, path, operation: item[method] }] : [])),
  );
  const tags = (document.tags ?? []).map((tag) => tag.name);
  return page(
    'API',
    html`<h1>Ajar’s API</h1>
      <p>${document.info.description}</p>
      <p class="soft">
        Signing in sets an http-only cookie, which every other call needs. Times are ISO 8601 in UTC. An error is always
        <code>{ code, category, message }</code>, and changes nothing. The same as a document for programs:
        <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).
      </p>
      <nav aria-label="Sections"><ul>${tags.map((tag) => html`<li><a href="#${tag}">${tag}</a></li>`)}</ul></nav>
      ${tags.map((tag) => section(tag, routes))}`,
  );
}

function section(tag: string, routes: readonly Route[]): Html {
  const own = routes.filter((route) => route.operation.tags?.includes(tag));
  return html`<h2 id="${tag}">${tag}</h2>
    ${own.map(article)}`;
}

function article({ method, path, operation }: Route): Html {
  const sent = json(operation.requestBody);
  const got = json(operation.responses?.['200']);
  return html`<article class="card" id="${operation.operationId}">
    <h3><span class="method">${method}</span><code>${path}</code></h3>
    <p>${operation.summary}. <span class="soft">${operation.description}</span></p>
    ${sent && html`<p class="soft">Send</p><pre>${outline(sent)}</pre>`}
    ${got && html`<p class="soft">Get</p><pre>${outline(got)}</pre>`}
  </article>`;
}

/** The JSON schema of a request body or an answer. */
function json(holder: unknown): oas31.SchemaObject | undefined {
  const content = (holder as oas31.ResponseObject | undefined)?.content?.['application/json'];
  return content?.schema as oas31.SchemaObject | undefined;
}
