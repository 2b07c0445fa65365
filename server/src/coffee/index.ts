export { coffeeHandlers } from './handlers.ts';
export { type Drawing, keepDrawing } from './keep-drawing.ts';
export { type RoundWanted, roundOf } from './load-round.ts';
export { PairingPool } from './pairing/index.ts';
export { type CoffeePolicy, policyOf } from './policy.ts';
export { CoffeeTable, seatOf, tableOf } from './table.ts';
