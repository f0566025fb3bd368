/// <reference types="@tarojs/taro" />

declare module '*.png';
declare module '*.svg';
declare module '*.scss';
declare module '@theme';

/** The server's address in a mini-program, fixed when it is built; empty in the browser (same origin). */
declare const TONGDIAN_API: string;

declare const TONGDIAN_APP: 'consumer' | 'clerk';

declare const my: Record<string, (options: object) => unknown>;
declare const jd: Record<string, (options: object) => unknown>;
declare const wx: Record<string, (options: object) => unknown>;
