import { api, type RouteShape } from '@ajar/shared';
import { expect, test } from 'vitest';
import { openHouse } from '../accounts/testing.ts';

type Operation = {
  operationId: string;
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: object;
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: object };

test('the document has every route of the contract, and every reference in it leads somewhere', async () => {
  const { browser } = await openHouse();
  const document = await browser().read<Document>('/api/openapi.json');
  expect(document.openapi).toMatch(/^3\.1\./);
  for (const [name, route] of Object.entries<RouteShape>(api)) {
    const operation = document.paths[route.path]?.[route.method];
    expect(operation?.operationId).toBe(name);
    expect(operation?.requestBody !== undefined).toBe(route.body !== undefined);
    const parameters = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
      name: parameter,
      in: 'path',
      required: true,
    }));
    expect(operation?.parameters ?? []).toMatchObject(parameters);
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
  expect(references.length).toBeGreaterThan(0);
  for (const path of references) {
    const target = path.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
    expect(target, path).toBeTypeOf('object');
  }
});

test('the page to read has every route, and needs nothing from elsewhere', async () => {
  const { browser } = await openHouse();
  const answer = await browser().go('/api/docs');
  const text = await answer.text();
  for (const route of Object.values(api)) expect(text).toContain(route.path);
  expect(text).not.toContain('<script');
  expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
});
