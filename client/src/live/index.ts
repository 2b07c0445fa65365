export { admissionFor, freshAdmission } from './admission-for.ts';
