export { nodeHandlers } from './handlers.ts';
export { MediaNodes, ownNodeId } from './media-nodes.ts';
export { attachNodes } from './namespace.ts';
export { mediaNodes } from './tables.ts';
