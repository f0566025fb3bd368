/** The events of the house: their names and payloads, and the mark of those who listen. */
import { SetMetadata } from '@nestjs/common';

/**
 * Each feature declares its events by declaration merging:
 * `declare module '../platform/events.js' { interface DomainEvents { 'order.paid': { orderId: string } } }`
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the features
export interface DomainEvents {}

export type EventName = keyof DomainEvents & string;

export interface Told<Name extends EventName> {
  id: string;
  name: Name;
  cause: string;
  at: string;
  payload: DomainEvents[Name];
}

export const LISTENS = 'tongdian:listens';

/** Marks a method of a provider as listener: `@Listens('order.paid')`. Its own name must be unique in its class. */
export function Listens<Name extends EventName>(name: Name) {
  return (
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<(event: Told<Name>) => Promise<void>>,
  ): void => {
    SetMetadata(LISTENS, name)(target, key, descriptor as TypedPropertyDescriptor<unknown>);
  };
}
