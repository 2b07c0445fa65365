export { hubLostAfter, Presence, type PresenceNews, type Present, presenceEvery } from './presence.ts';
