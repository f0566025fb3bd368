/** The brand's place: night sea, horizon, the island and its lamp with the light lying on the water. */
import type { ReactElement } from 'react';

export function Horizon(): ReactElement {
  return (
    <svg className="horizon" viewBox="0 0 800 800" preserveAspectRatio="xMidYMid slice">
      <defs>
        <linearGradient id="horizon-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--side)" />
          <stop offset="1" stopColor="var(--side-face)" />
        </linearGradient>
        <linearGradient id="horizon-sea" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--side-face)" />
          <stop offset=".5" stopColor="var(--side)" />
        </linearGradient>
        <radialGradient id="horizon-glow">
          <stop offset="0" stopColor="var(--side-on-ink)" stopOpacity=".9" />
          <stop offset=".16" stopColor="var(--lamp)" stopOpacity=".5" />
          <stop offset=".5" stopColor="var(--lamp)" stopOpacity=".14" />
          <stop offset="1" stopColor="var(--lamp)" stopOpacity="0" />
        </radialGradient>
        <clipPath id="horizon-above">
          <path d="M0 0h800v520H0Z" />
        </clipPath>
      </defs>
      <path d="M0 0h800v520H0Z" fill="url(#horizon-sky)" />
      <path d="M0 520h800v280H0Z" fill="url(#horizon-sea)" />
      <g clipPath="url(#horizon-above)">
        <circle cx="470" cy="440" r="240" fill="url(#horizon-glow)" />
      </g>
      <path d="M370 520q100-116 210 0Z" fill="var(--side)" />
      <path d="M470 470v-22" stroke="var(--side)" strokeWidth="7" />
      <circle cx="470" cy="440" r="9" fill="var(--side-on-ink)" />
      <path d="M0 520h800" stroke="var(--side-on-ink)" strokeOpacity=".55" strokeWidth="1.6" />
      <path
        d="M452 536h38M444 552h54M456 570h30M438 590h64M460 612h22M448 638h44"
        stroke="var(--lamp)"
        strokeOpacity=".5"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <path
        d="M120 90h.1M240 180h.1M640 120h.1M700 260h.1M90 300h.1M330 70h.1M560 60h.1M180 400h.1"
        stroke="var(--side-mark)"
        strokeOpacity=".5"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
