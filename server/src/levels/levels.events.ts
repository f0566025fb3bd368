/** What levels tell the features above. */
declare module '../platform/events.js' {
  interface DomainEvents {
    'level.changed': { memberId: string; fromLevelId: string; toLevelId: string; up: boolean };
  }
}

export {};
