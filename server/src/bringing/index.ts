export { Bringing } from './bringing.ts';
export { bringingHandlers } from './handlers.ts';
export {
  companionOf,
  companionsAt,
  companionsInto,
  companionsWith,
  leaveParty,
  placesShared,
  takeLead,
} from './party.ts';
export { splitParties } from './split.ts';
export { broughtOf, withCompanions, withParties } from './view.ts';
