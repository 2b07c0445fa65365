// @ts-check

/**
 * What the server's Node is started with. A young generation of 4 MB instead of V8's 64 MB: a hub's messages are small and
 * short-lived, and V8 grows into whatever it may have. Source maps stay off, since having them at hand costs 55 MB.
 */
export const NODE_FLAGS = ['--max-semi-space-size=4'];
