/** What is the same on all phones through Taro; each platform file overrides where it differs. */
import Taro from '@tarojs/taro';
import type { Insets, Place } from './types';

/** Calls a platform API that may be missing or may throw; resolves to null instead. */
export async function attempt<T>(act: () => Promise<T> | undefined): Promise<T | null> {
  try {
    return (await act()) ?? null;
  } catch {
    return null;
  }
}

/**
 * A platform's own API as a Promise. Taro hands some APIs through raw (requestPayment on WeChat and JD), so that
 * awaiting them says "done" at once.
 */
export function ask<T>(
  platform: Record<string, (options: object) => unknown>,
  name: string,
  options: object,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const api = platform[name];
    if (typeof api !== 'function') reject(new Error(`${name} is not there`));
    else api({ ...options, success: resolve, fail: reject });
  });
}

export function has(name: string): boolean {
  return typeof (Taro as unknown as Record<string, unknown>)[name] === 'function';
}

export function readInsets(): Insets {
  const info = has('getWindowInfo') ? Taro.getWindowInfo() : Taro.getSystemInfoSync();
  return {
    statusBar: info.statusBarHeight ?? 0,
    capsule: readCapsule(),
    windowWidth: info.windowWidth,
    windowHeight: info.windowHeight,
  };
}

function readCapsule(): Insets['capsule'] {
  try {
    const rect = Taro.getMenuButtonBoundingClientRect();
    if (!rect || !rect.width) return null;
    return { left: rect.left, top: rect.top, bottom: rect.bottom, height: rect.height };
  } catch {
    return null;
  }
}

export const common = {
  scope: (): string => '',
  peekSms: (): Promise<string | null> => Promise.resolve(null),
  async scan(): Promise<string | null> {
    if (!has('scanCode')) return null;
    const result = await attempt(() => Taro.scanCode({ onlyFromCamera: false }));
    return result?.result ?? null;
  },
  async call(phone: string): Promise<void> {
    await attempt(() => Taro.makePhoneCall({ phoneNumber: phone }));
  },
  async copy(text: string): Promise<void> {
    await attempt(() => Taro.setClipboardData({ data: text }));
  },
  async paste(): Promise<string | null> {
    if (!has('getClipboardData')) return null;
    const result = await attempt(() => Taro.getClipboardData());
    return result?.data || null;
  },
  tick(): void {
    if (has('vibrateShort')) void attempt(() => Taro.vibrateShort({ type: 'light' }));
  },
  setBrightness(value: number): void {
    if (has('setScreenBrightness')) void attempt(() => Taro.setScreenBrightness({ value }));
  },
  keepScreenOn(on: boolean): void {
    if (has('setKeepScreenOn')) void attempt(() => Taro.setKeepScreenOn({ keepScreenOn: on }));
  },
  async locate(): Promise<{ lat: number; lng: number } | null> {
    if (!has('getLocation')) return null;
    const at = await attempt(() => Taro.getLocation({ type: 'gcj02' }));
    return at ? { lat: Number(at.latitude), lng: Number(at.longitude) } : null;
  },
  async openMap(place: Place): Promise<void> {
    await attempt(() =>
      Taro.openLocation({
        latitude: place.lat,
        longitude: place.lng,
        name: place.name,
        address: place.address,
      }),
    );
  },
  async online(): Promise<boolean> {
    const state = await attempt(() => Taro.getNetworkType());
    if (!state) return true;
    const { networkAvailable } = state as { networkAvailable?: boolean };
    // WeChat and JD say "none"; Alipay says NOTREACHABLE and a flag.
    return (
      networkAvailable !== false &&
      !['none', 'notreachable'].includes(String(state.networkType).toLowerCase())
    );
  },
  onOnline(listener: (online: boolean) => void): () => void {
    if (!has('onNetworkStatusChange')) return () => undefined;
    const heard = (state: { isConnected: boolean }): void => listener(state.isConnected);
    Taro.onNetworkStatusChange(heard);
    return () => {
      if (has('offNetworkStatusChange')) Taro.offNetworkStatusChange(heard);
    };
  },
  onScreenshot(listener: () => void): () => void {
    if (!has('onUserCaptureScreen')) return () => undefined;
    const heard = (): void => listener();
    Taro.onUserCaptureScreen(heard);
    return () => {
      if (has('offUserCaptureScreen')) Taro.offUserCaptureScreen(heard);
    };
  },
};
