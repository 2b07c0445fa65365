export { demoDomain, isDemoAddress } from './demo.ts';
export { membershipColumns, toMember } from './member.ts';
export { type PreparedPrograms, prepareProgram } from './prepare.ts';
export { createPrograms, type Programs } from './programs.ts';
