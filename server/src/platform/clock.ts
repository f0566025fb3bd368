/** The one clock. Tests and rehearsals of a member day move it; nothing else asks the machine for the time. */
import { Injectable } from '@nestjs/common';

@Injectable()
export class Clock {
  private shiftMs = 0;

  now(): Date {
    return new Date(Date.now() + this.shiftMs);
  }

  /**
   * The machine's own time, never moved: for what is agreed with another machine, which does not travel along
   * (the age of a platform's signature).
   */
  wire(): Date {
    return new Date();
  }

  /** Moves this server's time; only tests and rehearsals call it. */
  travel(ms: number): void {
    this.shiftMs += ms;
  }
}
