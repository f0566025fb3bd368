/** What the apps ask of the phone, in one shape for WeChat, Alipay, JD and the browser preview. */
import type { Platform } from '@tongdian/shared/kernel/platforms';
import type { BindPhoneBody } from '@tongdian/shared/contract/members.dto';
import type { PaymentParams } from '@tongdian/shared/contract/orders.routes';

/** How a payment looks from the phone. The server alone says whether it is paid. */
export type PayOutcome = 'done' | 'cancelled' | 'unknown';

/** What the person's press on the phone button gave; `refused` keeps everything else open. */
export type PhoneOutcome = { kind: 'proof'; body: BindPhoneBody } | { kind: 'refused' };

export interface Insets {
  /** Height of the system's status bar. */
  statusBar: number;
  /** The capsule that the platform draws at the top right; nothing may be pressed within 12 of it. */
  capsule: { left: number; top: number; bottom: number; height: number } | null;
  windowWidth: number;
  windowHeight: number;
}

export interface Capabilities {
  /** Pages may draw their own bar (navigationStyle custom). */
  ownBar: boolean;
  /** The platform draws a bar with title and back arrow on all other pages. */
  systemBar: boolean;
  /** The platform keeps its own back arrow at the left even with a see-through bar. */
  platformBack: boolean;
  /** A button of the platform hands over the phone number; otherwise an SMS code does. */
  phoneButton: boolean;
  scan: boolean;
  brightness: boolean;
  subscribe: boolean;
  openMap: boolean;
  screenshotNotice: boolean;
}

export interface Place {
  name: string;
  address: string;
  lat: number;
  lng: number;
}

export interface Host {
  /** What the server is told at sign-in. In the preview it follows the switch. */
  platform(): Platform;
  readonly can: Capabilities;
  /** Keeps what is stored apart where one device can be several people: the preview. Empty on phones. */
  scope(): string;
  insets(): Insets;
  /** A one-use code for the server. Rejects when the platform does not answer. */
  login(): Promise<string>;
  /** Attributes of the platform's phone button. */
  phoneButton(done: (outcome: PhoneOutcome) => void): Record<string, unknown>;
  pay(params: PaymentParams): Promise<PayOutcome>;
  /** The text of a code, or null when the person turned back. */
  scan(): Promise<string | null>;
  call(phone: string): Promise<void>;
  copy(text: string): Promise<void>;
  /** What lies on the clipboard; null when the person or the phone does not give it. */
  paste(): Promise<string | null>;
  /** A short tick; silent where there is none. */
  tick(): void;
  /** 0 to 1; -1 gives the brightness back to the system. */
  setBrightness(value: number): void;
  keepScreenOn(on: boolean): void;
  /** Only after a press and only when we said what for; null when refused or absent. */
  locate(): Promise<{ lat: number; lng: number } | null>;
  openMap(place: Place): Promise<void>;
  /** After a press only. True when at least one message was agreed to. */
  subscribe(templateIds: string[]): Promise<boolean>;
  online(): Promise<boolean>;
  onOnline(listener: (online: boolean) => void): () => void;
  onScreenshot(listener: () => void): () => void;
  /** Preview only: the SMS code that the stand-in sent; null on phones, where the SMS arrives by itself. */
  peekSms(phone: string): Promise<string | null>;
}
