import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { directionOf, type ScreenLanguage } from '@ajar/shared';
import express, { type RequestHandler, type Response, type Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { z } from 'zod';
import type { Viewer } from '../api/index.ts';
import { keepingLanguage } from '../languages/index.ts';

const year = 31_536_000;

export type PagesOptions = {
  /** Folder of the built client. */
  clientDist: string;
  /** Who the cookies of these headers belong to. */
  viewerFrom: (headers: IncomingHttpHeaders) => Promise<Pick<Viewer, 'language'> | null>;
};

/** The built client: hashed files for ever, the page itself asked for anew each time, prebuilt brotli first. */
export function pages({ clientDist, viewerFrom }: PagesOptions): Router {
  const router = express.Router();
  const index = join(clientDist, 'index.html');
  router.use(
    expressStaticGzip(clientDist, {
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      index: false,
      serveStatic: {
        setHeaders: (response, path) => {
          const hashed = path.includes('/assets/');
          response.setHeader('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache');
        },
      },
    }),
  );
  const parts = partsOf(clientDist);
  router.get(/^\/call\//, naming(linksOfCall(parts)));
  router.get(/.*/, page(index, parts, viewerFrom));
  return router;
}

/** Adds to the `Link` header (RFC 8288) of a page what is fetched beside its first load, not only once that has been read. */
function naming(links: string[]): RequestHandler {
  return (_request, response, next) => {
    addLinks(response, links);
    next();
  };
}

function addLinks(response: Response, links: string[]): void {
  if (links.length > 0) response.append('link', links);
}

/** The part of Vite's manifest that is read here. */
const manifest = z.record(z.string(), z.object({ file: z.string(), css: z.array(z.string()).default([]) }));

type Parts = z.infer<typeof manifest>;

/** Nothing where nothing is built. */
function partsOf(clientDist: string): Parts {
  const path = join(clientDist, '.vite', 'manifest.json');
  return existsSync(path) ? manifest.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
}

/** The call's own code and style. */
function linksOfCall(parts: Parts): string[] {
  const call = parts['src/call/index.ts'];
  if (!call) return [];
  return [moduleLink(call.file), ...call.css.map((file) => `</${file}>; rel=preload; as=style; crossorigin`)];
}

/**
 * The words of a language, which its page waits for before it draws. English ones come with each part of the page. The
 * corridor begins with its own, any other page with all.
 */
function linksOfWords(parts: Parts, language: ScreenLanguage, path: string): string[] {
  const names = path === '/' ? [language] : [language, `${language}-later`];
  return names.flatMap((name) => parts[`src/languages/${name}.ts`] ?? []).map(({ file }) => moduleLink(file));
}

function moduleLink(file: string): string {
  return `</${file}>; rel=modulepreload; crossorigin`;
}

/** How the page begins as it is built. */
const inEnglish = '<html lang="en" dir="ltr">';

/** Every address of the client is the same page, in the language of whoever asks; the client knows what to show. */
function page(index: string, parts: Parts, viewerFrom: PagesOptions['viewerFrom']): RequestHandler {
  return async (request, response, next) => {
    if (!request.accepts('html')) return next();
    if (!existsSync(index)) {
      response.status(503).type('text').send('The pages are not built yet. Run npm start, or npm run dev.\n');
      return;
    }
    // A page is shown all the same while the database is away.
    const viewer = await viewerFrom(request.headers).catch(() => null);
    const language = keepingLanguage(request, response, viewer?.language ?? null);
    const built = await readFile(index, 'utf8');
    addLinks(response, linksOfWords(parts, language, request.path));
    response.vary('cookie').vary('accept-language').set('content-language', language);
    response.set('cache-control', 'no-cache').type('html');
    response.send(built.replace(inEnglish, `<html lang="${language}" dir="${directionOf(language)}">`));
  };
}
