/** The brand's drawing: island, horizon, lamp. Lamp off = nothing yet; lamp on = something still works. */
import { useId, type ReactElement } from 'react';

export function Island({ lit = false }: { lit?: boolean }): ReactElement {
  const glow = useId();
  return (
    <svg width="120" height="76" viewBox="0 0 120 76" aria-hidden="true">
      <defs>
        <radialGradient id={glow}>
          <stop offset="0" stopColor="var(--lamp)" stopOpacity=".55" />
          <stop offset="1" stopColor="var(--lamp)" stopOpacity="0" />
        </radialGradient>
      </defs>
      {lit && <circle cx="60" cy="36" r="36" fill={`url(#${glow})`} />}
      <path d="M14 52h92" stroke="var(--primary)" strokeWidth="1.6" strokeLinecap="round" />
      <path d="M36 52q24-22 48 0Z" fill="var(--primary)" />
      <circle
        cx="60"
        cy="30"
        r="6"
        fill={lit ? 'var(--lamp)' : 'var(--bg)'}
        stroke="var(--primary)"
        strokeWidth={lit ? 0 : 1.6}
      />
      <path
        d="M40 60h40M50 67h20"
        stroke="var(--primary)"
        opacity=".35"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  );
}

export function Logo({ size = 30 }: { size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <circle cx="16" cy="10.5" r="4.2" fill="var(--lamp)" />
      <path d="M6 22.500q10-10.500 20 0Z" fill="currentColor" />
      <path d="M3 22.500h26" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      <path
        d="M8.500 26.200h15M12.500 29.400h7"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        opacity=".5"
      />
    </svg>
  );
}
