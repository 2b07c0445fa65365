import { z } from 'zod';
import { rtpCapabilities } from './media-node.ts';
import type { RouteShape } from './rest.ts';

/** What has transports ready at a media node before there is a call. */
export const standbyRoutes = {
  standBy: {
    method: 'post',
    path: '/api/standby',
    summary: 'The way to have the connection of a call that may come ready at a media node. It lets nobody into a room',
    tag: 'encounters',
    access: 'member',
    reply: z.object({
      mediaUrl: z.string().meta({ description: 'Origin of the media node. Empty: that of the page' }),
      token: z.string(),
      rtpCapabilities,
    }),
  },
} as const satisfies Record<string, RouteShape>;
