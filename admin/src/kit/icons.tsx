/** The panel's line icons: one set, 24 grid, drawn by this project; the colour is the text's. */
import type { ReactElement } from 'react';

const DRAWINGS = {
  chart: 'M4 20V4M4 20h16M8 16v-4M12.5 16V8M17 16v-6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.500 20c.8-4 3.800-6 7.500-6s6.700 2 7.500 6',
  ticket: 'M4 7h16v3.500a1.700 1.700 0 0 0 0 3.200V17H4v-3.300a1.700 1.700 0 0 0 0-3.200ZM10 10v4',
  shop: 'M5 8h14l1 11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1ZM9 10V7a3 3 0 0 1 6 0v3',
  pin: 'M12 21s7-6.300 7-11.500A7 7 0 0 0 5 9.500C5 14.700 12 21 12 21ZM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  bag: 'M5 8h14v12H5zM5 8l2-4h10l2 4M9 12h6',
  inbox:
    'M4 13v6a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-6M4 13h4.500l1.500 2.500h4l1.500-2.500H20M12 4v7M9 8.200l3 2.800 3-2.800',
  book: 'M6 3.500h8l4 4V20a.5.500 0 0 1-.5.500h-11A.5.500 0 0 1 6 20ZM14 3.500V8h4M9 12h6M9 16h4',
  shield: 'M12 3.500 5 6v6c0 4.500 3 7 7 8.500 4-1.500 7-4 7-8.500V6ZM9 12l2.200 2.200L15 10.500',
  back: 'm15 5-7 7 7 7',
  next: 'm9 5 7 7-7 7',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM15.500 15.500 20 20',
  tick: 'm5 12.500 4.500 4.500L19 7.500',
  cross: 'm6 6 12 12M18 6 6 18',
  ask: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17ZM9.800 9.500a2.300 2.300 0 1 1 3.400 2c-.8.500-1.200 1-1.200 2M12 16.500h.01',
  gift: 'M4 9h16v3H4zM5.500 12v8h13v-8M12 9v11M12 9s-5 .5-5-2.500S12 5 12 9Zm0 0s5 .5 5-2.500S12 5 12 9Z',
  truck:
    'M3 6h11v10H3zM14 10h4l3 3v3h-7M7.500 19.200a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400ZM17 19.200a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400Z',
  leave: 'M10 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h4M14 8l4 4-4 4M18 12H9',
  plus: 'M12 5v14M5 12h14',
  phone:
    'M6 4h3l1.500 4.500-2 1.500a12 12 0 0 0 5.500 5.500l1.500-2L20 15v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2Z',
  clock: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17ZM12 7.500V12l3 2',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** Decoration by default; give `label` only where no word stands beside it. */
export function Icon(props: { name: IconName; size?: number; label?: string }): ReactElement {
  const { name, size = 18, label } = props;
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
