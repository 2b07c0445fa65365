import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Request, type RequestHandler, type Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { z } from 'zod';
import { languageOf } from '../languages/index.ts';

const year = 31_536_000;

/** The built client: hashed files for ever, the page itself asked for anew each time, prebuilt brotli first. */
export function pages(clientDist: string): Router {
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
  router.get(
    /^\/call\//,
    naming(() => linksOfCall(parts)),
  );
  router.get(
    /.*/,
    naming((request) => linksOfWords(parts, request)),
    page(index),
  );
  return router;
}

/** Adds to the `Link` header (RFC 8288) of a page what is fetched beside its first load, not only once that has been read. */
function naming(links: (request: Request) => string[]): RequestHandler {
  return (request, response, next) => {
    const found = links(request);
    if (found.length > 0) response.append('link', found);
    next();
  };
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

/** The words of the page's language, which it waits for before it draws. English ones come with each part of the page. */
function linksOfWords(parts: Parts, request: Request): string[] {
  const words = parts[`src/languages/${languageOf(request)}.ts`];
  return words ? [moduleLink(words.file)] : [];
}

function moduleLink(file: string): string {
  return `</${file}>; rel=modulepreload; crossorigin`;
}

/** How the page begins as it is built. */
const inEnglish = '<html lang="en" dir="ltr">';

/** Every address of the client is the same page, in the language of whoever asks; the client knows what to show. */
function page(index: string): RequestHandler {
  return async (request, response, next) => {
    if (!request.accepts('html')) return next();
    if (!existsSync(index)) {
      response.status(503).type('text').send('The pages are not built yet. Run npm start, or npm run dev.\n');
      return;
    }
    const language = languageOf(request);
    const built = await readFile(index, 'utf8');
    response.vary('cookie').vary('accept-language').set('content-language', language);
    response.set('cache-control', 'no-cache').type('html');
    response.send(built.replace(inEnglish, `<html lang="${language}" dir="ltr">`));
  };
}
