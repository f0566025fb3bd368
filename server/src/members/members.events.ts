/** What members tell the features above. */
declare module '../platform/events.js' {
  interface DomainEvents {
    /** The first phone of this member was verified: from now on a full member. */
    'member.registered': { memberId: string; platform: string };
    /** `from` turned out to be `into`; what `from` owned was moved in the same transaction (see MemberParts). */
    'member.joined_other': { from: string; into: string };
  }
}

export {};
