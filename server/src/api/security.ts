import type { RequestHandler } from 'express';
import helmet from 'helmet';

export type SecurityOptions = {
  /** The address people open; decides whether browsers are told to insist on HTTPS. */
  publicUrl: string;
  /** Origins of media nodes on other hosts, as http(s) or ws(s) URLs. Default: none known beforehand. */
  mediaOrigins?: readonly string[];
};

/**
 * Security headers for every answer of the hub: the page runs our own scripts only, and sockets may go anywhere because
 * media nodes register while the hub runs.
 */
export function securityHeaders({ publicUrl, mediaOrigins = [] }: SecurityOptions): RequestHandler {
  const https = publicUrl.startsWith('https:');
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Noise and backgrounds are worked out in WebAssembly of our own; text is never run as code.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        scriptSrcAttr: ["'none'"],
        workerSrc: ["'self'", 'blob:'],
        // React Aria puts small style elements into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:', 'mediastream:'],
        connectSrc: ["'self'", 'ws:', 'wss:', ...mediaOrigins],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    // Sign-in links carry tokens in their address.
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  return (request, response, next) => {
    response.setHeader(
      'permissions-policy',
      'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
    );
    protect(request, response, next);
  };
}
