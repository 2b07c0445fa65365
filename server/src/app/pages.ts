import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { z } from 'zod';

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
  router.get(/^\/call\//, naming(linksOfCall(clientDist)));
  router.get(/.*/, page(index));
  return router;
}

function naming(links: string | null): RequestHandler {
  return (_request, response, next) => {
    if (links) response.set('link', links);
    next();
  };
}

/** The part of Vite's manifest that is read here. */
const manifest = z.record(z.string(), z.object({ file: z.string(), css: z.array(z.string()).default([]) }));

/**
 * The call's own code and style, for the `Link` header (RFC 8288) of its page: fetched beside the first load, and not
 * only once that has been read. `null` where nothing is built.
 */
function linksOfCall(clientDist: string): string | null {
  const path = join(clientDist, '.vite', 'manifest.json');
  if (!existsSync(path)) return null;
  const call = manifest.parse(JSON.parse(readFileSync(path, 'utf8')))['src/call/index.ts'];
  if (!call) return null;
  const styles = call.css.map((file) => `</${file}>; rel=preload; as=style; crossorigin`);
  return [`</${call.file}>; rel=modulepreload; crossorigin`, ...styles].join(', ');
}

/** Every address of the client is the same page; the client knows what to show. */
function page(index: string): RequestHandler {
  return (request, response, next) => {
    if (!request.accepts('html')) return next();
    if (!existsSync(index)) {
      response.status(503).type('text').send('The pages are not built yet. Run npm start, or npm run dev.\n');
      return;
    }
    response.set('cache-control', 'no-cache').sendFile(index);
  };
}
