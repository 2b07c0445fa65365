export { type PairOptions, pairRound } from './pair-round.ts';
export { PairingPool } from './pool.ts';
export { type PairedTable, type Pairing, type PairingPerson, type Round, round, type Weighed } from './round.ts';
export { scoreOf } from './score.ts';
export { type SimulatedWeeks, type SimulationOptions, simulateWeeks } from './simulation.ts';
export { presetNames, presets } from './weights.ts';
