import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PageLanguage } from '@ajar/shared';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { pages } from './pages.ts';

async function served(manifest: object, language: PageLanguage | null = null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ajar-pages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, '.vite'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><html lang="en" dir="ltr"><title>Ajar</title>');
  await writeFile(join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest));
  const server = express()
    .use(pages({ clientDist: folder, viewerFrom: async () => ({ language }) }))
    .listen(0, '127.0.0.1');
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  await new Promise((listening) => server.once('listening', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const html = { headers: { accept: 'text/html' } };

test('the page of a call names the code of the call, so that it is fetched beside the first load', async () => {
  const url = await served({ 'src/call/index.ts': { file: 'assets/call-1.js', css: ['assets/call-2.css'] } });
  const call = await fetch(`${url}/call/01933f00-0000-7000-8000-000000000001`, html);
  expect(call.headers.get('link')).toBe(
    '</assets/call-1.js>; rel=modulepreload; crossorigin, </assets/call-2.css>; rel=preload; as=style; crossorigin',
  );
  expect(await call.text()).toContain('<title>Ajar</title>');
  const corridor = await fetch(`${url}/`, html);
  expect(corridor.headers.get('link')).toBeNull();
});

test('a manifest without a call, as while somebody develops, names nothing', async () => {
  const url = await served({ 'index.html': { file: 'assets/index-1.js' } });
  const call = await fetch(`${url}/call/01933f00-0000-7000-8000-000000000001`, html);
  expect(call.status).toBe(200);
  expect(call.headers.get('link')).toBeNull();
});

const words = {
  'src/languages/fr.ts': { file: 'assets/fr-1.js' },
  'src/languages/fr-later.ts': { file: 'assets/fr-later-1.js' },
  'src/languages/es.ts': { file: 'assets/es-1.js' },
  'src/languages/ar.ts': { file: 'assets/ar-1.js' },
};

test.each([
  ['what the browser asks for', { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.8' }, 'fr'],
  ['the first it asks for that we have', { 'accept-language': 'de,es;q=0.9,en;q=0.8' }, 'es'],
  ['what was chosen in it', { 'accept-language': 'fr', cookie: 'other=1; ajar-language=es' }, 'es'],
  ['English, where neither is ours', { 'accept-language': 'de', cookie: 'ajar-language=xx' }, 'en'],
])('the page is in %s', async (_what, headers, language) => {
  const url = await served(words);
  const page = await fetch(`${url}/sign-in`, { headers: { ...html.headers, ...headers } });
  expect(await page.text()).toContain(`<html lang="${language}" dir="ltr">`);
  expect(page.headers.get('content-language')).toBe(language);
  expect(page.headers.get('vary')?.toLowerCase()).toMatch(/cookie.*accept-language/);
  const link = language === 'en' ? null : `</assets/${language}-1.js>; rel=modulepreload; crossorigin`;
  const later = language === 'fr' ? ', </assets/fr-later-1.js>; rel=modulepreload; crossorigin' : '';
  expect(page.headers.get('link')).toBe(link && link + later);
  // The corridor is drawn without the words of its parts.
  expect((await fetch(url, { headers: { ...html.headers, ...headers } })).headers.get('link')).toBe(link);
});

test('what somebody chose goes before what this browser knows, and is remembered in it', async () => {
  const url = await served(words, 'es');
  const asked = (cookie: string) => fetch(`${url}/`, { headers: { ...html.headers, cookie } });
  const elsewhere = await asked('ajar-language=fr');
  expect(await elsewhere.text()).toContain('<html lang="es"');
  expect(elsewhere.headers.get('set-cookie')).toMatch(/^ajar-language=es; Max-Age=31536000; Path=\/;.* SameSite=Lax$/);
  expect((await asked('ajar-language=es')).headers.get('set-cookie')).toBeNull();
});

test('a language on trial is asked for in an address alone, and read from right to left until another is chosen', async () => {
  const url = await served(words, 'es');
  const asked = (path: string, headers = {}) => fetch(`${url}${path}`, { headers: { ...html.headers, ...headers } });
  const trial = await asked('/?language=ar');
  expect(await trial.text()).toContain('<html lang="ar" dir="rtl">');
  expect(trial.headers.get('link')).toBe('</assets/ar-1.js>; rel=modulepreload; crossorigin');
  expect(trial.headers.get('set-cookie')).toMatch(/^ajar-language=ar;/);
  const next = await asked('/', { cookie: 'ajar-language=ar' });
  expect(await next.text()).toContain('<html lang="ar" dir="rtl">');
  const chosenAgain = await asked('/', { cookie: 'ajar-language=fr' });
  expect(await chosenAgain.text()).toContain('<html lang="es" dir="ltr">');
});

test('a browser that asks for a language on trial is not given it', async () => {
  const page = await fetch(`${await served(words)}/`, {
    headers: { ...html.headers, 'accept-language': 'ar,fr;q=0.5' },
  });
  expect(await page.text()).toContain('<html lang="fr" dir="ltr">');
});
