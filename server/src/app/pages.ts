import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import expressStaticGzip from 'express-static-gzip';

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
  router.get(/.*/, page(index));
  return router;
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
