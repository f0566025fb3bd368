/** The phone under us. The build points `@host` at the file of its platform; nobody else asks which one it is. */
export { host } from '@host';
export type { PayOutcome, PhoneOutcome, Place } from './types';
